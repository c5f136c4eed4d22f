"""English words that say which way things go. The longest entry that fits is taken, and what it consists of
counts no more: to lay off is not to lie."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from app.pole import IDLE, Entry, Pole, index
from app.shapes_en import NUMBER, SHAPED

_IDLE = re.compile(
    r"\bdeclin\w+ to\b|\bno more\b|(?<=\bno )longer\b|\bonce more\b|\bmore and more\b|\bmore or less\b"
    r"|\bsooner or later\b|\bup to\b|\bset up\b|\b(?:end|wind)(?:ed|s|ing)? up\b|\bgrow(?:n|ing)? up\b"
    r"|\bgrew up\b|\bma[dk]e up\b|\bup and down\b|\bcame up\b"
    r"|\bright down\b|\bcut short\b|\bbroke the news\b"
    rf"|\bat (?:best|worst)\b|\bat (?:most|least)\b(?! {NUMBER})|\bmost of\b|\bmost (?=[a-z]+ )|\bas early as\b|\bnot only\b"
    r"|\bin short\b|\bolder than\b(?= expected)|\bknock\w* out (?:the |all )?(?:power|electricity|phone)"
    r"|\brais(?:e[sd]?|ing) (?:[a-z]+ ){0,2}(?:concern|question|doubt|fear|alarm|eyebrow|awareness|issue"
    r"|objection|suspicion|point|hope|money|fund|voice|flag|hand|possibility|prospect|child|cattle)\w*"
    r"|\b(?:this|last|next|each|every|following|early|late|since|by) fall\b"
    r"|\bin the fall\b(?! (?:in|of)\b)|\bfall of\b|\bfall (?:semester|term|season)\b"
    r"|\b(?:fle[ed]\w*|left|leav(?:e|es|ing)|depart\w*|set off|set out|flew out) (?:\w+ ){0,2}?(?:to"
    r"|for)\b(?! (?:the )?(?:\w+ )?reasons?)"
    r"|\bthere (?:is|are|was|were) [^.,;]{1,40}? left\b|\d left\b"
    r"|\b(?:days?|weeks?|months?|years?|hours?|minutes?|seconds?|time|money|nothing|little|anything) left\b"
    r"|\bleft (?:unchanged|open|at|the \w+ at)\b"
    r"|\bleft (?:[\w,]+ ){0,4}?(?:dead|injured|homeless|behind|without|wounded|stranded)\b"
    r"|\b(?:maternity|paternity|parental|annual|sick|paid|unpaid) leave\b"
    r"|\b(?:stay|remain)(?:s|ed|ing)? (?=(?:\w+ed|open|shut|high|low|unclear|the same|strong|weak|calm"
    r"|silent)\b)"
    r"|\bfir(?:ed|ing) (?:shots?|at|on|into|(?:a|an|one|two|three|several|\d+) \w+ (?:at|on|into"
    r"|towards?))\b"
    r"|\bfir(?:ed|ing) (?:[a-z\d]+ ){0,3}(?:shots?|missiles?|rockets?|rounds?|guns?)\b"
    r"|\bopen(?:ed|s|ing)? (?:fire|letter|source|question|to)\b|\bopening (?:day|\d+|half|round|quarter|match|set|minutes?)\b"
    r"|\bfinish\w* (?:second|third|(?:four|fif|six|seven|eigh|nin|ten)th)\b"
    r"|\bclos(?:e[sd]?|ing) ranks\b"
    r"|\bclose (?:to|friends?|all(?:y|ies)|ties|contact|race|call|family|relati\w+|cooperation)\b"
    r"|\bfree (?:trade|kicks?|of|speech|press|markets?|agents?|software)\b|\bfor free\b"
    r"|(?<=\d)(?: (?:thousand|million|billion|trillion))? won\b"
    r"|\b(?:the|Korean) won\b(?= (?:against|to|was|is|has|rose|fell|weak|strong))",
    re.I,
)
# To vote to ban something is to pass the ban; to vote to reject it is not, and to vote to stay may be either.
_YEA = r"(?:ban|approv|adopt|pass|accept|endors|back|allow|introduc|rais|creat|build|fund|requir|legali[sz]|ratif|impos|sell|buy|expand|increas|merge)"
_MOTION = r"(?:ban|plan|proposal|bill|motion|measure|budget|amendment|ordinance|law|rise|increase|cut|scheme)s?\b"
_BALLOT: tuple[tuple[str, bool, re.Pattern[str]], ...] = (
    (
        "ballot",
        True,
        re.compile(
            rf"\b(?P<word>vot(?:ed|es|ing))\b(?: (?:by )?(?:[\d,]+(?: votes?)?(?: to |-|–)[\d,]+|unanimously|narrowly|overwhelmingly)(?: [a-z]+){{0,3}}?)?"
            rf" (?:on \w+(?: \w+)? )?to {_YEA}[a-z]*\b",
            re.I,
        ),
    ),
    ("ballot", False, re.compile(rf"\b(?:reject|defeat)\w* (?:the|a|an) (?:[\w’'-]+ ){{0,3}}?{_MOTION}", re.I)),
    (
        "ballot",
        False,
        re.compile(
            r"\bvot(?:ed|es|ing)\b[^.,;]{0,40}? to (?P<word>reject|turn down|throw out|defeat|vote down)\b", re.I
        ),
    ),
)
# Words without a capital, but for the first of a sentence: North Korea and the Free Church point nowhere.
# Re-elected is reelected.
_WORD = re.compile(r"(?:^|(?<=[.!?:;] )|(?<=[\"“‘'(]))[A-Z][a-z]+|(?<![A-Za-z])(?:re-(?=[a-z]))?[a-z]+")
_NOT = re.compile(
    r"(?:\b(?:not|never|no|nobody|nothing|none|neither|nor|without|hardly|barely)\b"
    r"|n['’]t\b)(?:\s+[\w'’-]+){0,2}\s*$"
    r"|\b(?:barred|banned|prevented|prohibited|stopped|kept) from\s*$"
    r"|\b(?:fail(?:s|ed|ing|ure)?|unable|refus(?:e[sd]?|ing|al)|yet) to\s*$|\b(?:instead of|rather than|short of)\s*$",
    re.I,
)
# Against letting visitors in.
_NOT_DOING = re.compile(
    r"\b(?:against|oppos\w+(?: to)?|avoid\w*|prevent\w*|rul(?:e[sd]?|ing) out|g[ia]v(?:e|ing) up)\s+$", re.I
)
# What undoes a ban or a charge, ahead of it or behind it.
_UNDO = (
    r"(?:lift|eas|relax|scrap|drop|avert|avoid|end|cancel|remov|revok|repeal|rescind|overturn|abolish|withdr[ae]w|call(?:ed|s|ing)? off"
    r"|(?:strik|struck)\w* down|suspend|quash|dismiss|rever[st]|waiv|loosen|freez|froze|halt|stopp?|absolv|clear)(?:e[sdn]?|ed|s|ing|al|n)?"
)
_UNDOES = re.compile(rf"\b{_UNDO} (?:[\w’'-]+ ){{0,4}}$", re.I)
_UNDONE = re.compile(
    rf"^[\w’'-]*(?: [\w’'-]+){{0,5}}? (?:is|are|was|were|be|been|being|get|gets|got)(?: \w+ly)? {_UNDO}\b", re.I
)
_LESS = re.compile(r"\b(?:less|least)\s*$", re.I)  # less often
_BE = re.compile(r"\b(?:is|are|was|were|be|been|being|got|get)(?: [a-z]+ly)?\s*$")
_PREPOSITIONS = frozenset("from of with to at for against into".split())
_PARTICLES = frozenset("down off up out back forward away over in on through".split())
_OBJECT = 3  # words that may stand between a verb and its particle: turned the offer down
_LONG_OBJECT = 5  # and where an entry says that its object stands there
_STOP = re.compile(r"[;:?!]|[.,](?!\d)")


def read(text: str) -> Iterator[Pole]:
    text = _IDLE.sub(lambda match: " " * len(match[0]), text)
    for axis, up, pattern in (*SHAPED, *_BALLOT):
        for match in pattern.finditer(text):
            word = "word" if "word" in pattern.groupindex else 0
            yield Pole(axis, up, match.start(word), match[word], axis)
    words = [(match[0].lower().replace("-", ""), match.start(), match.end()) for match in _WORD.finditer(text)]
    taken: set[int] = set()
    for place, (word, start, end) in enumerate(words):
        entries = index("en").get(word, ()) if place not in taken else ()
        fitting = [(entry, where) for entry in entries if (where := _fit(entry.words, words, place, text))]
        said = _said([entry for entry, _ in fitting])
        for entry, where in fitting:
            if entry not in said:
                continue
            taken.update(where)
            ahead = text[max(0, start - 40) : start]
            denied = bool(
                _NOT.search(ahead)
                or (word.endswith("ing") and _NOT_DOING.search(ahead))
                or (entry.undone and (_UNDOES.search(ahead) or _UNDONE.match(text[end:])))
                or (not word.endswith(("s", "ed")) and _LESS.search(ahead))
            )
            passive = entry.turned and bool(_BE.search(ahead))
            yield Pole(entry.axis, entry.up ^ denied ^ passive, start, text[start:end].lower(), entry.name, denied)


def _said(fitting: Sequence[Entry]) -> list[Entry]:
    """Of the entries that stand at one place, those that are meant: phrases before single words, which a verb with a
    mere preposition leaves what they are (to retreat from), and what says nothing before all shorter ones."""
    longest = max((len(entry.words) for entry in fitting), default=0)
    if any(entry.axis == IDLE and len(entry.words) == longest for entry in fitting):
        return [entry for entry in fitting if len(entry.words) == longest]
    phrases = [entry for entry in fitting if len(entry.words) > 1]
    if all(entry.words[1] in ("*", entry.words[-1]) and entry.words[-1] in _PREPOSITIONS for entry in phrases):
        own = {entry.axis for entry in phrases}
        return phrases + [entry for entry in fitting if len(entry.words) == 1 and entry.axis not in own]
    return phrases


def _fit(entry: Sequence[str], words: Sequence[tuple[str, int, int]], place: int, text: str) -> tuple[int, ...] | None:
    """The places of the words of an entry that begins at `place`, if it stands there. `*` is for its object."""
    if "*" in entry:
        return _around(entry, words, place, text)
    rest = entry[1:]
    if [word for word, _, _ in words[place + 1 : place + 1 + len(rest)]] == list(rest):
        last = words[place + len(rest)]
        if not re.search(r"[^\s\w'’-]", text[words[place][1] : last[2]]):
            return tuple(range(place, place + 1 + len(rest)))
    if len(rest) == 1 and rest[0] in _PARTICLES:
        for other in range(place + 2, min(place + 2 + _OBJECT, len(words))):
            between = text[words[place][2] : words[other][1]]
            if words[other][0] == rest[0] and not re.search(r"[.,;:?!]|\d", between):
                return place, other
    return None


def _around(
    entry: Sequence[str], words: Sequence[tuple[str, int, int]], place: int, text: str
) -> tuple[int, ...] | None:
    """The places of the words of an entry with objects: knock * off, in "knock about $190 a year off the tax"."""
    places, at, loose = [place], place + 1, False
    for word in entry[1:]:
        if word == "*":
            loose = True
            continue
        stop = min(at + 1 + (_LONG_OBJECT if loose else 0), len(words))
        found = next((other for other in range(at + loose, stop) if words[other][0] == word), None)
        if found is None or _STOP.search(text[words[places[-1]][2] : words[found][1]]):
            return None
        places.append(found)
        at, loose = found + 1, False
    return tuple(places)
