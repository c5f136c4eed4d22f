"""Opposites that a prefix makes: does a claim call unlawful, or 불공정, what its source calls lawful, 공정?

No list is needed: the word must stand in the source without its prefix, or without it in the claim."""

from __future__ import annotations

import re
from functools import lru_cache

from app.denials import denied, stems
from ingest.kiwi import tokens
from ingest.records import Language

# "un" and "non" deny nearly whatever they stand before; the others only these: improved is no opposite of proved.
_ENGLISH = re.compile(
    r"^(?:(?:un|non-?)(?P<any>[a-z]{5,})"
    r"|in(?P<in>accessib|accura|acti|adequate|appropriate|capable|complete|correct|consistent|convenient|credible|direct|effective|efficient|eligible|equal"
    r"|expensive|experienced|formal|frequent|secure|sensitive|significant|soluble|stability|sufficient|tolera|valid|visible|voluntary)\w*"
    r"|im(?P<im>balance|mature|mobile|moral|partial|passable|patient|perfect|polite|possible|practical|probable|proper|pure)\w*"
    r"|i[lr](?P<il>legal|legitimate|literate|logical|rational|regular|relevant|replaceable|responsible|reversible)\w*"
    r"|dis(?P<dis>able|advantage|agree|allow|approv|connect|continu|honest|like|loyal|obey|obedien|proportionate|prove|qualif|satisf|similar|trust)\w*)$"
)
_KOREAN = re.compile(
    r"^(?:불|비|미|무|부(?!.*[장리사표관수령인산]$))(?P<any>[가-힣]{2,})$"
)  # 부회장 is a deputy, 부동산 is land
# Its prefix is none, or makes another thing of it.
_OTHERS = frozenset("unions united understand underway uniform universe university 비바람 무기한 비정상회담".split())


def opposed(claim: str, source: str, language: Language) -> str | None:
    """The word of the claim that stands in the source with a prefix that denies it, or without the claim's own; None where a negation makes
    the two one: unknown, not known."""
    return _opposed(claim, source, language, 0) or _opposed(source, claim, language, 1)


def _opposed(text: str, other: str, language: Language, told: int) -> str | None:
    """Of a word with a prefix in `text` that stands without it in the other: the word itself, or what is left of it."""
    ours, theirs = _words(text, language), _words(other, language)
    for pair in _prefixed(ours, language):
        word, plain = pair
        if plain not in theirs or plain in ours or word in theirs:
            continue
        if not _is_denied(plain, other, language) and not _is_denied(word, text, language):
            return pair[told]
    return None


def _is_denied(word: str, text: str, language: Language) -> bool:
    return not denied(text, language).isdisjoint(stems(word, language))


def _prefixed(words: frozenset[str], language: Language) -> list[tuple[str, str]]:
    pattern = _ENGLISH if language == "en" else _KOREAN
    found = ((word, pattern.match(word)) for word in sorted(words - _OTHERS))
    return [(word, word[match.start(match.lastgroup) :]) for word, match in found if match and match.lastgroup]


@lru_cache(maxsize=20_000)
def _words(text: str, language: Language) -> frozenset[str]:
    """English words as they stand, without capitals; Korean nouns and roots, with the prefix that stands before them."""
    if language == "en":
        return frozenset(re.findall(r"(?<![A-Za-z])[a-z-]{4,}", text))
    found, before, at = set(), "", -1
    for form, tag, start, length in tokens(text):
        joined = before + form if start == at else ""
        if tag[:2] in ("NN", "XR"):
            found |= {joined} if _KOREAN.match(joined) else {form}
        before, at = form, start + length
    return frozenset(found)
