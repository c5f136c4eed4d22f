"""Is a sentence written in the language of the question, whole and unbroken?"""

from __future__ import annotations

import re

from app.records import Problem
from ingest.language import detect, hangul_share
from ingest.records import Language

_ENGLISH_RUN = re.compile(r"\b[a-z]+(?: [a-z]+){2,}")  # words that were copied, and are no name
_STRANGE = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\u0400-\u04ff]")  # Chinese, Japanese, Cyrillic
_LETTER = re.compile(r"[^\W\d_]")
_QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]")
_FOREIGN = 0.25  # an English answer with more Hangul than this share of its letters is not in English


def foreign(claim: str, language: Language, source: str) -> list[Problem]:
    """`source` may lend it what is of neither language: 美, in a headline."""
    if "\ufffd" in claim:  # the model spelled a syllable in bytes and got them wrong
        return [Problem("language", "\ufffd")]
    if language == "en" and hangul_share(claim) > _FOREIGN:
        return [Problem("language", "ko")]
    if language == "ko" and not _LETTER.search(claim):  # 10%: figures are of any language
        return []
    if language == "ko" and (detect(claim) != "ko" or _ENGLISH_RUN.search(_QUOTED.sub(" ", claim))):
        return [Problem("language", "en")]
    if strange := next((sign for sign in _STRANGE.findall(claim) if sign not in source), None):
        return [Problem("language", strange)]
    return []
