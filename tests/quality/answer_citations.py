"""The citations of answers: do they answer, or give a name that the answer needs?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import Any

from ingest.language import detect
from ingest.names import Aliases, find_names

Row = dict[str, Any]
SHOWN = ("answered", "partial")  # an answer, whole or in part; quotations alone are none
SOUND = Aliases()  # no pairs of a library


def is_shown(row: Row) -> bool:
    return row["answer"]["status"] in SHOWN


def hits_gold(row: Row) -> list[bool]:
    """By citation: does it overlap a sentence that answers?"""
    return [
        citation["article_id"] == row["article_id"]
        and any(citation["start"] < end and start < citation["end"] for start, end in row["gold_spans"])
        for citation in row["answer"]["citations"]
    ]


def borne_out(row: Row) -> list[bool]:
    """By citation: does it overlap a sentence that answers, or hold a gold answer as it stands in that article's language?"""
    return [
        hit or any(plain(gold) in plain(citation["quote"]) for gold in {*row["gold"], *row["gold_in_article"]})
        for hit, citation in zip(hits_gold(row), row["answer"]["citations"], strict=True)
    ]


def needed(row: Row) -> list[bool]:
    """By citation: the same, or it gives a name of a sentence of the answer that no other sentence cited there has, in either script, by the
    known pairs or by sound. Which names a sentence has is read as the product reads it."""
    cited = {citation["n"]: citation["quote"] for citation in row["answer"]["citations"]}

    def gives(n: int, claim: Row) -> bool:
        others = [cited[other] for other in claim["citations"] if other != n]
        names = [name.text for name in find_names(claim["text"], row["lang"])]
        return any(_names(cited[n], name) and not any(_names(other, name) for other in others) for name in names)

    return [
        right
        or any(
            gives(citation["n"], claim) for claim in row["answer"]["claims"] if citation["n"] in claim["citations"][1:]
        )
        for right, citation in zip(borne_out(row), row["answer"]["citations"], strict=True)
    ]


def _names(text: str, name: str) -> bool:
    return any(SOUND.same(name, other.text) for other in find_names(text, detect(text)))


def plain(text: str) -> str:
    """Without what may be written either way: case, spaces, separators, accents of width."""
    return re.sub(r"[\s,·\"'“”‘’.()-]+", "", unicodedata.normalize("NFKC", text).casefold())


def _recall(rows: Sequence[Row]) -> list[bool]:
    return [any(hits_gold(row)) for row in rows if is_shown(row)]


def _precision(rows: Sequence[Row]) -> list[bool]:
    return [hit for row in rows if is_shown(row) for hit in borne_out(row)]


def _needed(rows: Sequence[Row]) -> list[bool]:
    return [right for row in rows if is_shown(row) for right in needed(row)]


def _first(rows: Sequence[Row]) -> list[bool]:
    """Of each sentence shown the first citation: a second one gives a name that the question takes for known, or another part of the sentence."""
    return [
        borne_out(row)[claim["citations"][0] - 1]
        for row in rows
        if is_shown(row)
        for claim in row["answer"]["claims"]
        if claim["citations"]
    ]


CITED: dict[str, Callable[[Sequence[Row]], list[bool]]] = {
    "citation recall, of those shown": _recall,
    "citation precision": _precision,
    "the same, or gives a name that the others lack": _needed,
    "citation precision, the first of each sentence": _first,
}
