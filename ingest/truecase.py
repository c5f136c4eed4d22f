"""Capitals for the names of a question that was typed without any: "who leads ordel united" asks of Ordel United.

A word that the table of names knows, or that neither English as we list it (common words, the word list with its inflections) nor its endings
explain, is taken for a name.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.common_words import COMMON
from ingest.dictionary import translations
from ingest.kiwi import tokens
from ingest.known import table
from ingest.terms import singular

_WORD = re.compile(r"(?<![\w'’.@/-])[a-z][a-z]{2,}(?![\w@/-]|\.\w|['’](?!s\b))")
# English that neither list has, for its function or as names are written so, too; and names of places that are common words.
_PLAIN = frozenset(
    """become becomes became becoming else able unable themselves itself himself herself myself yourself ourselves twice thrice wanna gonna gotta super
    semi reckon sore avid dual rigid borough particular particularly phrase initiate precede correspond sphere symmetry lime pint pouch bother altogether
    discourage imagery remnant sequel villain brothel mockingbird sunglasses quarterback rusher preemptive illustrate devolve formulate
    procedural conceptual maternal exceptional triple btw mom dad lyrics sidekick chorus playlist nickname zodiac""".split()
)
_COMMON = COMMON | _PLAIN
_AMBIGUOUS = frozenset("turkey polish pole poles east west eastern western mass chad jordan black blacks".split())
# Whose words are those of a title: "who sings you shook me all night long". Not who sang live, before the match or at it.
_SUNG = re.compile(
    r"\bwho (?:sings?|sang|sung)(?: the (?:\w+ ){0,2}?song)? "
    r"(?!(?:the|an?|it|one|who|what|live|lead|backup|well|best|most|first|last|again|along|together|loud\w*|here|there|in|on|at|to|by|with|for|from|as|and"
    r"|when|while|before|after|during|about|because|if|his|her|their|this|that)\b)(?P<title>[\w'’]+(?: [\w'’]+){2,}?)(?= by\b| in the\b|[?.!]*$)",
    re.I,
)
# So is what comes out there.
_OUT = re.compile(
    r"\bwhen (?:did|does|will) (?P<title>(?!(?:the|an?|his|her|their|this|that)\b)[\w'’]+(?: [\w'’]+)+) come out "
    r"(?:on (?:netflix|dvd|blu-?ray|disney|hulu|hbo|itunes|spotify|vinyl)|in (?:theat(?:er|re)s|cinemas))\b",
    re.I,
)
_FIRST_LETTER = re.compile(r"(?<![\w'’])\w")
_LONGEST = 3  # words of a known name
# Endings that a listed word may take, and what they take the place of.
_ENDINGS = tuple(
    ending.split(":")
    for ending in (
        "ing: ing:e ed: ed:e es: er: er:e ers: ers:e est: est:e ly: ily:y ies:y ied:y ier:y iest:y ness: less: ful: y: able: ment: ments: or: ors:"
        " ise:e ised:y ized:y th: ward: wards: ally: able:e ist: ists: al: ity: ity:e ion:e ions:e ion: ions: ish:"
    ).split()
)
_PREFIXES = ("un", "re", "over", "non", "pre", "out", "mid", "super", "under", "inter", "anti", "self")


def capitalised(text: str) -> str:
    """An English text without a capital, but for its first letter, with one on each word that may be a name; any other as it is."""
    if text[1:] != text[1:].lower():
        return text
    text = _with_titles(text)
    words = list(_WORD.finditer(text))
    taken = 0
    for place, word in enumerate(words):
        if place < taken:
            continue
        length = _known(text, words[place : place + _LONGEST])
        taken = place + max(length, 1)
        if length or not is_common(word[0]):
            for one in words[place:taken]:
                text = f"{text[: one.start()]}{one[0].capitalize()}{text[one.end() :]}"
    return text


def _with_titles(text: str) -> str:
    for found in filter(None, (_SUNG.search(text), _OUT.search(text))):
        start, end = found.span("title")
        text = text[:start] + _FIRST_LETTER.sub(lambda first: first[0].upper(), text[start:end]) + text[end:]
    return text


def _known(text: str, words: list[re.Match[str]]) -> int:
    """How many of these words, from the first, are a name of the table; one that is a common word, too (turkey), is none."""
    if words[0][0] == "the":
        return 0
    for count in range(len(words), 0, -1):
        phrase = text[words[0].start() : words[count - 1].end()]
        if phrase.count(" ") == count - 1 and any(not row.word for row in table().english(phrase)):
            place = any(row.kind == "place" for row in table().english(phrase)) and phrase not in _AMBIGUOUS
            if count > 1 or place or not is_common(phrase):
                return count
    return 0


@lru_cache(maxsize=10_000)
def is_common(word: str) -> bool:
    """Whether a small-lettered English word is one of those listed, or made of one."""
    if _listed(word):
        return True
    bases = [word.removesuffix(ending) + instead for ending, instead in _ENDINGS if word.endswith(ending)]
    bases += [
        base for base in (re.sub(r"i[sz](?:e[ds]?|ing)$", "", word),) if base != word and len(base) > 3
    ]  # equalise
    bases += [base[:-1] for base in bases if len(base) > 3 and base[-1] == base[-2]]  # bigger, running
    bases += [word.removeprefix(prefix) for prefix in _PREFIXES if word.startswith(prefix)]
    if any(len(base) > 2 and _listed(base) for base in bases):
        return True
    if any(_listed(other) for other in _swapped(word)):
        return True
    halves = ((word[:cut], word[cut:]) for cut in range(3, len(word) - 2))
    return any(_listed(first) and _listed(second) for first, second in halves)  # footprint


def _swapped(word: str) -> list[str]:
    """With two neighbouring letters in the other order, as fingers slip: accroding, argumnets. Not of short words: Brian is no brain, Denise never denies."""
    places = range(1, len(word) - 1) if len(word) > 6 else ()
    return [f"{word[:at]}{word[at + 1]}{word[at]}{word[at + 2 :]}" for at in places]


def _listed(word: str) -> bool:
    if not {word, singular(word)}.isdisjoint(_COMMON):
        return True
    return not all(_proper(korean) for form in (word, singular(word)) for korean in translations(form))


@lru_cache(maxsize=10_000)
def _proper(korean: str) -> bool:
    """Whether the word list gives a name: 시애틀 for Seattle."""
    return [tag for _, tag, _, _ in tokens(korean)] == ["NNP"]
