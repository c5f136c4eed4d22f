"""Negation in either language: does a claim deny what its source affirms, or affirm what it denies?"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from app.denials import affirming, denied, lightly_denied, lightly_said, states_nothing, stems
from ingest.quantities import parse, same
from ingest.records import Language
from ingest.terms import terms

_NEGATED: dict[Language, re.Pattern[str]] = {
    "ko": re.compile(
        r"지(?:는|도|를|조차)? ?(?:않|못|아니|말)|(?<![가-힣])(?:안|못) [가-힣]|아니(?:다|며|고|었|한|하|냐"
        r"|라)|아닙니|아닌"
        r"|(?<![가-힣])없|수 없|불가능"
        r"|못했|못한|못하|(?:부인|거부|거절)(?:했|하|해|할|함|한(?!테)|당|된|됐|되)|부정(?:했|하)"
    ),
    "en": re.compile(
        r"\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|unable|unlikely"
        r"|den(?:y|ies|ied|ying)|refus(?:e[sd]?|ing)|reject(?:s|ed|ing)?|fail(?:s|ed)? to|declined? to"
        r"|yet to|impossible|lacks?|lacking)\b|n['’]t\b",
        re.I,
    ),
}
# What one language says by a negation, the other may say by such a word.
_LOOSE: dict[Language, re.Pattern[str]] = {
    "ko": re.compile(
        r"부족|결여|미흡|아직|거의|그만두|중단|몰래|미치지|미달|드물|반대|제외|낮[다은아]|희박|어렵|금지"
        r"|그대로|유지|거부|거절|예외 없|차질 없"
    ),
    "en": re.compile(
        r"\bun\w+|\bin(?:capable|sufficient|adequate)\w*|\bdis\w+|\bhardly|\bbarely|\bless\b|\bend(?:ed|s)?\b"
        r"|\bstop(?:ped|s)?\b|\bsecret\w*|\bonly\b|\bbad(?:ly)?\b|\boppos\w+|\bexcept|\bfalse\b|\bif\b"
        r"|\bsmall\b|\bfewer\b|\bshort of\b|\bbelow\b|\bunder\b|\bbarred\b|\bbanned\b|\btough\w*"
        r"|\bdifficult\w*|\bhard(?:er|ly)?\b"
        r"|\brefusals?\b|\bdenials?\b",
        re.I,
    ),
}
# The share of the words of a claim that stand in its source: above it the claim is the source's own sentence.
_VERBATIM = 0.85
_CLAUSE: dict[Language, re.Pattern[str]] = {
    "ko": re.compile(
        r"(?:(?<=[^다라냐자]고)|(?<=며)|(?<=지만)|(?<=는데)|(?<=면서)|(?<=[하되았었]서)|(?<=아니라)) |[,;“”]\s*"
    ),
    "en": re.compile(
        r"[,;:“”]\s+|\s+(?:and|but|while|whereas|which|who|because|although|though|after|before)\s+", re.I
    ),
}


_DENIED_WORD = re.compile(r"(?:\b(?:not|never)|n['’]t) (?:be |been |yet |any )?([a-z]+)", re.I)
_DENYING = frozenset(
    """not no never do does did doe is was are were will would can could has have had
    don't doesn't didn't isn't wasn't won't 않 못하 아니 없 말""".split()
)

# A clause that says something more of what stands before it, between commas or up to the end.
_ASIDE = re.compile(
    r", (?:which|who|whose|whom|where|although|though|but|while|whereas)\b[^,;:“”\"]*(?:, |(?=[.!?][”\"]?$)"
    r"|$)",
    re.I,
)


# Not until May is from May on, and denies nothing of it.
_UNTIL: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"(?:\bnot|n['’]t) [^.,;]*\b(?:until|before)\b", re.I),
    "ko": re.compile(r"(?:까지|전에는?) .*(?:않|못|없)"),
}
# The same before, or behind, a date.
_UP_TO: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"(?:\bnot|n['’]t) [^.,;]{0,60}\buntil (?:the |early |late |this |last |next )*$", re.I),
    "ko": re.compile(r"^ ?(?:이?전)?까지(?:는|도)? [^.,]{0,20}(?:않|못|없)"),
}
_SOURCE = re.compile(r"according to [^.]*\.?$", re.I)  # says where it is from, and nothing of it
# To deny that somebody says so leaves open whether it is so.
_TOLD = frozenset(
    [
        *stems("say tell confirm admit claim think believe know expect announce report mean promise", "en"),
        *"말 밝히 확인 인정 주장 생각 믿 알 예상 발표 보도 뜻 약속 알리 전하".split(),
    ]
)
_TOPIC_ALONE = re.compile(r"[가-힣][은는이가]\s*$")  # whose words follow in quotation marks

_CLAUSE_WORDS = 3  # fewer state nothing


def negates(text: str, language: Language, across: bool = True) -> bool:
    """Whether anything is denied; `across` languages, whether the other language must deny it, too."""
    return _denials(text, language, across) > 0


def clauses(text: str, language: Language) -> list[str]:
    """The parts of a sentence between commas and conjunctions, roughly; at least one. Too short ones, which
    state nothing, are left out."""
    return [part for part in _parts(text, language) if len(part.split()) >= _CLAUSE_WORDS] or [text]


def whole_clauses(text: str, language: Language) -> list[str]:
    """The same, and nothing left out: a short part stands with the next one."""
    joined: list[str] = []
    short = ""
    for part in _parts(text, language):
        short = f"{short} {part}".strip()
        if len(short.split()) >= _CLAUSE_WORDS:
            joined.append(short)
            short = ""
    if short and joined:
        joined[-1] = f"{joined[-1]} {short}"
    return joined or [text]


def _parts(text: str, language: Language) -> list[str]:
    return [part for part in _CLAUSE[language].split(text) if len(part.strip()) > 3 and not _SOURCE.match(part)]


def contradicts(
    claim: str,
    claim_language: Language,
    source: str,
    source_language: Language,
    nearest: Callable[[str, Sequence[str]], int] | None = None,
) -> bool:
    """One denies and the other does not, in anything.

    Within a language the word that is denied must be affirmed on the other side: "did not change" and
    "stayed at" agree. Across languages any denial counts that the other side lacks, but for words that deny
    without a negation (lack, secretly, 부족). There a claim that affirms may rest on a clause of its source
    that does, too: `nearest` tells which of some parts a claim speaks of.
    """
    sides = ((claim, claim_language), (source, source_language))
    denies, denied_there = (_denials(*side, across=True) for side in sides)
    if not denies and states_nothing(claim, claim_language):
        return False
    if claim_language == source_language:
        within, there = (_denials(*side, across=False) for side in sides)
        if (
            denies != denied_there
            and within != there
            and _verbatim(claim, source)
            and not _leaves_out(claim, source, claim_language)
            and not _other_words(claim, source, claim_language)
        ):
            return True  # the source's own sentence with one negation more, or one fewer
        return _turned(claim, source, claim_language) or _turned(source, claim, claim_language)
    parts = clauses(source, source_language)
    if denies and denied_there:
        return nearest is not None and _crossed(claim, claim_language, parts, source_language, nearest)
    if not denies and not denied_there:
        return False
    if denies and _begins_then(claim, claim_language, source, source_language):
        return False
    if denies:
        part = parts[nearest(claim, parts)] if nearest else source
        return not _LOOSE[source_language].search(part)
    if _LOOSE[claim_language].search(claim):
        return False
    if all(negates(part, source_language) for part in parts):
        return True
    if nearest is None:
        return False
    return any(negates(parts[nearest(part, parts)], source_language) for part in clauses(claim, claim_language))


def _begins_then(claim: str, language: Language, source: str, written_in: Language) -> bool:
    """Whether the claim denies something up to a date that the source gives."""
    there = parse(source, written_in)
    return any(
        _UP_TO[language].search(claim[: one.start] if language == "en" else claim[one.end :])
        for one in parse(claim, language)
        if one.moment and any(same(one, other) for other in there)
    )


def _crossed(
    claim: str,
    claim_language: Language,
    parts: Sequence[str],
    source_language: Language,
    nearest: Callable[[str, Sequence[str]], int],
) -> bool:
    """Both deny something: whether a claim of one clause denies what its clause of the source affirms."""
    if len(clauses(claim, claim_language)) > 1 or len(parts) < 2:
        return False
    parts = [part for part in parts if not _TOPIC_ALONE.search(part)] or parts
    longest = max(len(part) for part in parts)
    # A claim of one clause speaks of no mere apposition.
    parts = [part for part in parts if len(part) >= longest / 2]
    part = parts[nearest(claim, parts)]
    return not negates(part, source_language) and not _LOOSE[source_language].search(part)


def _turned(denying: str, affirming: str, language: Language) -> bool:
    """Whether one denies a word that the other has and nowhere denies."""
    there, own = stems(affirming, language), stems(denying, language)
    turned = denied(denying, language) - denied(affirming, language)
    if _REJECTS.search(denying) and negates(affirming, language, across=False):
        return False  # rejected the idea, did not accept the idea
    if language == "en":  # the reason is unknown, did not give a reason
        turned -= {word for word in lightly_denied(denying) if not lightly_said(affirming, word)}
    # Said twice, it is affirmed there, too.
    return any(word in there and own.count(word) < 2 for word in turned)


_REJECTS = re.compile(r"\b(?:reject|refus|bann|prohibit|forbid|barr)\w*\b")


def _other_words(claim: str, source: str, language: Language) -> bool:
    """Whether the other has another word for what one denies, or one affirms it, too: charges no tax, waives the tax; has not risen since it rose."""
    for denying, other in ((claim, source), (source, claim)):
        own, there = stems(denying, language), stems(other, language)
        turned = denied(denying, language) - denied(other, language) - _TOLD
        more = {*terms(other)} - {*terms(denying)} - _DENYING
        if turned and more and all(word not in there or own.count(word) > 1 for word in turned):
            return True
    return False


def _denials(text: str, language: Language, across: bool) -> int:
    return len(_NEGATED[language].findall(affirming(text, language, across)))


def _leaves_out(claim: str, source: str, language: Language) -> bool:
    """Whether a claim that affirms is made of what the source affirms beside a clause that denies: The
    ferry, which did not stop, arrived. It is no longer than that: else it has the clause, too, without what
    denies it."""
    if negates(claim, language, across=False):
        return False
    aside = _ASIDE.sub(" ", source) if language == "en" else source
    beside = " ".join(part for part in _parts(source, language) if not negates(part, language, across=False))
    return any(
        text not in ("", source)
        and not negates(text, language, across=False)
        and len(claim.split()) <= len(text.split())
        and _verbatim(claim, text)
        for text in (aside, beside)
    )


def _verbatim(claim: str, source: str) -> bool:
    """Whether a claim is its source's own sentence, but for what denies, or the better part of it."""
    words = [word for word in terms(claim) if word not in _DENYING]
    there = set(terms(source))
    denied = _DENIED_WORD.search(claim)
    if denied and not set(terms(denied[1])) <= there:
        return False  # "did not change" is said in other words by "left"
    return bool(words) and sum(word in there for word in words) >= _VERBATIM * len(words)
