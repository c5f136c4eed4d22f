"""Quotation marks promise the very words: what a sentence quotes must stand in its source, quoted there or not."""

from __future__ import annotations

import math
import re
import unicodedata

from app.meaning import Nearness
from app.records import Evidence
from ingest.quotation import quotations as spans
from ingest.records import Language

_MARKS = '"“”'
_OPENS = re.compile(r"(?:^|\s)[\"“](?=\S)")
_LEAST = 2  # words or more: a single quoted word is a title or a term, checked as a name
_FAITHFUL = 7.0  # what a translated quotation must reach: see `translates`
_AROUND, _LENGTH = 0.5, 6.0
KOREAN_IS_SHORTER = 2.2  # code points of English to one of Korean, in news and its translation


def quotations(text: str, *, single: bool = False) -> list[str]:
    """The outermost: what stands within a quotation stands or falls with it. With `single`, single words in marks, too."""
    marked = spans(text)
    outer = (span for span in marked if not any(o[0] < span[0] and span[1] < o[1] for o in marked))
    found = (text[start + 1 : end - 1].strip() for start, end in outer)
    return [quoted for quoted in found if len(quoted.split()) >= (1 if single else _LEAST)]


def stands_in(quoted: str, source: str) -> bool:
    """Letter for letter after NFC; only white space and a closing comma or full stop may differ."""
    return _plain(quoted).rstrip(".,") in _plain(source)


def is_word_for_word(claim: str, source: str) -> bool:
    return _plain(claim) == _plain(source)


def translates(quoted: str, language: Language, cited: Evidence, meaning: Nearness, like: float) -> bool:
    """Whether `quoted` can be what the cited sentence quotes, in the other language: as near in meaning, and as long.

    `like` is how like the whole claim and sentence are: a translated quotation stands in a translated sentence.
    """
    written_in, parts = cited.article.language, _quoted_in(cited)
    if any(stands_in(kept, cited.text) for kept in _untranslated(quoted)):
        return True
    near = meaning.near(quoted, language, parts, written_in)
    return any(
        score + _AROUND * like - _LENGTH * unequal(quoted, language, part, written_in) >= _FAITHFUL
        for score, part in zip(near, parts, strict=True)
    )


def _untranslated(quoted: str) -> list[str]:
    """Forms of what is quoted that need no translation: all of it, and what a bracket gives in the other script."""
    return [quoted.rstrip(".,"), *re.findall(r"\(([A-Z][^()]{3,})\)", quoted)]


def unequal(text: str, language: Language, other: str, written_in: Language) -> float:
    """How much the lengths of two texts differ where one should be the other's translation: 0 for not at all.

    The logarithm of their ratio (Gale and Church, 1993), with what a few words more make of a short one evened out.
    """
    ours, theirs = (
        len(text) * (KOREAN_IS_SHORTER if language == "ko" else 1.0)
        for text, language in ((text, language), (other, written_in))
    )
    return abs(math.log((ours + 10) / (theirs + 10)))


def _quoted_in(cited: Evidence) -> list[str]:
    """What the cited sentence quotes; its own part of a quotation that goes on beyond it."""
    text, start, end = cited.article.text, cited.sentence.start, cited.sentence.end
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    line = text[first : last if last >= 0 else len(text)]
    found = ((max(start, first + opens + 1), min(end, first + closes - 1)) for opens, closes in spans(line))
    parts = [text[opens:closes] for opens, closes in found if closes > opens]
    marks = [place for place, letter in enumerate(cited.text) if letter in _MARKS]
    if len(marks) > 1:  # quotations within quotations, or marks set wrongly: all of it
        parts.append(cited.text[marks[0] + 1 : marks[-1]])
    if len(marks) == 1 and (mark := _OPENS.search(cited.text)):  # and closed in a later paragraph, or not at all
        parts.append(cited.text[mark.end() :])
    elif not parts and (mark := re.search(r"[”\"]", cited.text[_LEAST:])):  # opened in an earlier paragraph
        parts.append(cited.text[: mark.start() + _LEAST])
    return parts


def _plain(text: str) -> str:
    text = unicodedata.normalize("NFC", text).translate(str.maketrans("“”‘’", "\"\"''"))
    return " ".join(text.split())
