"""The words that an article is indexed and asked for by: the same function for both sides.

Korean words become the morphemes that carry meaning (nouns, stems of verbs and adjectives, roots), as particles and endings
hide them from each other; other words are folded to lower case and lose their plural.
"""

from __future__ import annotations

import re
import unicodedata

from ingest.kiwi import tokens

_HANGUL = re.compile(r"[가-힣]")
_OTHER = re.compile(r"\d+(?:[.,]\d+)*(?!\w)|[^\W_가-힣ㄱ-ㅣ]+(?:['’][^\W\d_가-힣]+)?")
_NOUNS = ("NNG", "NNP", "NR", "XR")
_STEMS = ("VV", "VA", "MAG")
_EMPTY_STEMS = frozenset({"하", "되", "있", "이", "그렇", "이렇", "또", "더", "및"})


def terms(text: str) -> list[str]:
    """Terms in the order of the text, repeats kept. The same text gives the same list."""
    text = unicodedata.normalize("NFC", text)
    found = [(match.start(), term) for match in _OTHER.finditer(text) if (term := _fold(match.group()))]
    if _HANGUL.search(text):
        found += _korean(text)
    return [term for _, term in sorted(found, key=lambda item: item[0])]


def _fold(word: str) -> str:
    if word[0].isdigit() and "," in word:
        word = word.replace(",", "")
    word = unicodedata.normalize("NFKD", word).casefold().replace("’", "'")
    word = "".join(letter for letter in word if not unicodedata.combining(letter))
    return singular(word.removesuffix("'s").replace("'", ""))


def singular(word: str) -> str:
    """Harman's s-stemmer (JASIS 42, 1991): only plurals, so that no two words of different meaning meet."""
    if len(word) < 4 or not word.endswith("s") or word.endswith(("us", "ss", "is")):
        return word
    if word.endswith("ies") and not word.endswith(("eies", "aies")):
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    return word[:-1]


def _korean(text: str) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    compound: list[tuple[int, str]] = []
    end = -1
    for form, kind, start, length in tokens(text):
        tag = kind.split("-")[0]
        noun = (tag in _NOUNS or (tag == "NNB" and length > 1)) and _HANGUL.search(form)
        if start != end or not noun:
            found += _whole(compound)
            compound = []
        if noun:
            found.append((start, form))
            compound.append((start, form))
        elif tag in _STEMS and form not in _EMPTY_STEMS:
            found.append((start, form))
        end = start + length
    return found + _whole(compound)


def _whole(compound: list[tuple[int, str]]) -> list[tuple[int, str]]:
    return [(compound[0][0], "".join(form for _, form in compound))] if len(compound) > 1 else []
