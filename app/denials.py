"""What exactly a sentence denies: the words that its negations stand by. For two sentences in one language,
which share their words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ingest.kiwi import tokens
from ingest.mentions_ko import KOREAN_TITLES
from ingest.records import Language
from ingest.terms import terms

# Words that deny what comes next: by grammar, or by what they mean.
_NOT = frozenset(
    """not never no nobody nothing none neither nor cannot without declined declines refused refuses
    refusing fails failed unable unlikely barred banned prohibited forbidden rejected rejects waive waives waived waiving exempt exempts
    exempted""".split()
)
# Deny only with "to": the vote failed in March.
_TO = frozenset("declined declines refused refuses refusing fails failed".split())
# What looks like a negation and denies nothing of what is told: not only ... but; 할 수밖에 없다; 참을 수
# 없을 만큼.
_AFFIRMS: dict[Language, str] = {
    "ko": r"수밖에 없|뿐(?:만)? ?아니|지 않을 수 없|다름 ?아닌|더할 나위 없"
    r"|(?:없을|않을|못할) (?:정도로|만큼|법한)"
    r"|(?<=[가-힣A-Za-z0-9%])밖에 (?:[가-힣]+ )?(?:[가-힣]+지 ?(?:않|못)|[안못] |없)"
    r"|[가-힣]지 (?:말지|안 [가-힣]+지|아닌지|못 ?[가-힣]+지)"
    r"|채 [안못] ?[되된될돼됐]"
    r"|둘도 없|어쩔 수 없|적지 않[은게]|머지 ?않|못지 ?않|지나지 않|손색(?:이)? ?없",
    "en": r"\bnot (?:only|just|merely|simply|solely)\b|\bnot not\b|\b(?:no|without) (?:a )?doubt\b"
    r"|\bno (?:less|fewer|more|later|earlier) than\b|\bno (?:sooner|matter|wonder)\b"
    r"|\bnothing (?:but|less than|short of)\b|(?:\bnot|n['’]t) help but\b|\bnot (?:least|to mention)\b"
    r"|\bwhether or not\b|\bsecond to none\b|\bif not\b(?= \w+s\b)"
    r"|\b(?:an?|the|this|that|his|her|its|their|our|most|such|these|those|two) (?:most |very |\w+ly )?"
    r"(?:unlikely|unable)\b(?! to\b)",
}
# What one language says so, the other says without any negation: 예외 없이, in every case; 내지 않으면,
# unless.
_UNSAID_ELSEWHERE: dict[Language, str] = {
    "ko": r"지 (?:않으면|않[는은] (?:나머지|다른|한 )|못하는 나머지)|의심의 여지가 없|예외 없이|(?:상관|관계|틀림|변함|차질) ?없이",
    "en": r"(?!)",
}
_WITHIN = {language: re.compile(narrow, re.I) for language, narrow in _AFFIRMS.items()}
_ACROSS = {
    language: re.compile(f"{narrow}|{_UNSAID_ELSEWHERE[language]}", re.I) for language, narrow in _AFFIRMS.items()
}
_HARDLY = re.compile(r"\bunlikely (?!to\b)[a-z]", re.I)  # an unlikely hero is a hero, and not a likely one
_SKIPPED = frozenset(
    """be been being am is are was were do does did have has had will would can could shall should may might
    must to the a an any yet ever even also so very of in on at by for from with as it its his her their
    this that there all only just really longer one allowed able going expected likely planned permitted
    free want wants wanted what whether managed manage single""".split()
)
# Verbs that say little beside their object: did not make a decision denies the decision.
_LIGHT = frozenset(
    """make makes made making take takes took taken taking give gives gave given giving get gets got
    hold held""".split()
)
_GIVEN = frozenset("made taken given got held reached".split())  # a decision was made
_FAR = 6  # words that may stand between a light verb and its object
_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?|[.,;:!?“”\"]|[0-9$€£₩]")
_DOUBLED = re.compile(r"([bdglmnprt])\1$")
_ENDINGS = re.compile(r"(?:ies|ied|ing|ed|es|s|e)$")
_PREDICATES = frozenset(["VV", "VA", "NNG", "XR", "NNP"])
_STATING = frozenset(
    ["VV", "VA", "VX", "VCP", "VCN", "XSV", "XSA"]
)  # verbs, adjectives, the copula, 하다 and 되다 behind a noun
# A person at the end, by title, and nothing said of one: no topic, no comma. Other nouns state a deed as headlines do: 두 공장 폐쇄.
_BEARER = re.compile(rf"^(?:(?![은는이가] )[^,])*(?:{KOREAN_TITLES}|[가-힣]{{2}}(?<![투출증])자)[.”\"]?$")
_SHORTEST = 3  # letters that a stem keeps
_REACH = 10  # morphemes that may lie between a Korean word and what denies it: 공개한 적이 한 번도 없다


@lru_cache(maxsize=20_000)
def denied(text: str, language: Language) -> frozenset[str]:
    """Stems of the words that are denied: "rise" in "did not rise", "오르" in "오르지 않았다"."""
    return frozenset(_korean(affirming(text, language)) if language == "ko" else _english(text))


def states_nothing(text: str, language: Language) -> bool:
    """Whether Korean text affirms nothing that could be denied: 홀린베일 교도소 책임자, as an answer to who it was."""
    if language != "ko" or not _BEARER.search(text):
        return False
    return not any(_plain(tag) in _STATING for _, tag, _, _ in tokens(text))


def denied_terms(text: str, language: Language) -> list[str]:
    """The same as terms, as `ingest.terms` writes them."""
    found = denied(text, language)
    return [term for term in dict.fromkeys(terms(text)) if term in found or set(stems(term, language)) & found]


@lru_cache(maxsize=20_000)
def stems(text: str, language: Language) -> tuple[str, ...]:
    """Stems of all its words in order, to be compared with those denied."""
    if language == "ko":
        return tuple(form for form, tag, _, _ in tokens(text) if _plain(tag) in _PREDICATES)
    return tuple(_stem(word) for word in _WORD.findall(text.lower()))


def affirming(text: str, language: Language, across: bool = False) -> str:
    """`text` without what only looks like a negation; `across` languages, also without what the other
    language need not deny."""
    return (_ACROSS if across else _WITHIN)[language].sub(" ", text)


@lru_cache(maxsize=20_000)
def lightly_denied(text: str) -> frozenset[str]:
    """Of the stems denied in an English text, those that are objects of a light verb: "reason" in "did not
    give a reason"."""
    return frozenset(_stem(about[1]) for about in _abouts(_words_of(text)) if _is_light(about))


def lightly_said(text: str, stem: str) -> bool:
    """Whether an English text has a word under a light verb or its passive: gave a reason, a reason was
    given."""
    words = _words_of(text)
    for place, word in enumerate(words):
        if _stem(word) == stem:
            if any(other in _LIGHT for other in words[max(0, place - _FAR) : place]):
                return True
            if any(other in _GIVEN for other in words[place + 1 :]):
                return True
    return False


def _words_of(text: str) -> list[str]:
    return _WORD.findall(affirming(text, "en").lower().replace("’", "'"))


def _english(text: str) -> set[str]:
    found = {_stem("likely")} if _HARDLY.search(text) else set()
    for about in _abouts(_words_of(text)):
        word = about[1] if _is_light(about) else about[0]
        if word[:1].isalpha():  # up to a figure or a stop: "not, she said", "not the 342"
            found.add(_stem(word))
    return found


def _is_light(about: Sequence[str]) -> bool:
    return about[0] in _LIGHT and about[1:2] != [] and about[1].isalpha()


def _abouts(words: Sequence[str]) -> Iterator[list[str]]:
    """What each negation stands before, without words that say nothing."""
    for place, word in enumerate(words):
        if word in _TO and words[place + 1 : place + 2] != ["to"]:
            continue
        if word in _NOT or word.endswith("n't") or words[place : place + 2] == ["yet", "to"]:
            about = [other for other in words[place + 1 :] if other not in _SKIPPED and not other.endswith("ly")]
            if about:
                yield about


def _stem(word: str) -> str:
    """A crude one: rise, rises, rising; changed, change. Enough to know a word again in the same language."""
    word = _IRREGULAR.get(word, word)
    short = _ENDINGS.sub("", word)
    short = short if len(short) >= _SHORTEST else word
    return _DOUBLED.sub(r"\1", short) if len(short) > _SHORTEST else short  # stopped, stop; called, call


_IRREGULAR = dict(
    pair.split(":")
    for pair in """
    rose:rise risen:rise fell:fall fallen:fall went:go gone:go said:say told:tell made:make took:take
    taken:take gave:give given:give found:find left:leave kept:keep paid:pay met:meet won:win lost:lose
    sold:sell bought:buy built:build began:begin begun:begin grew:grow grown:grow knew:know known:know
    saw:see seen:see came:come got:get held:hold stood:stand spent:spend sent:send led:lead meant:mean
    broke:break broken:break wrote:write written:write spoke:speak spoken:speak chose:choose
    chosen:choose
    """.split()
)


def _korean(text: str) -> set[str]:
    read = [(form, _plain(tag)) for form, tag, _, _ in tokens(text)]
    found: set[str] = set()
    for place, (form, tag) in enumerate(read):
        if tag == "VX" and form in ("않", "못하", "말"):
            found |= _before(read, place)
        elif tag == "MAG" and form in ("안", "못"):
            found |= {other for other, kind in read[place + 1 : place + 2] if kind in _PREDICATES}
        elif (form, tag) in (("아니", "VCN"), ("없", "VA"), ("없이", "MAG")):
            found |= _before(read, place)
    return found


def _before(read: list[tuple[str, str]], place: int) -> set[str]:
    """The nearest word before that states something."""
    before = reversed(read[max(0, place - _REACH) : place])
    told = [form for form, tag in before if tag in _PREDICATES and form not in _MEANT]
    if told[:1] == ["하"] and told[1:2] and told[1] in _DONE:
        return {*told[1:3]}
    return {*told[:1]}


_DONE = frozenset(["작업", "일", "행위", "짓"])  # 말뚝 박는 작업을 하지 않기로 denies 박
_MEANT = frozenset(["뜻", "의미", "말", "얘기", "이야기", "사실"])  # 쓸모없다는 뜻은 아니다 denies 쓸모없다


def _plain(tag: str) -> str:
    return tag.split("-")[0]
