"""A name where it stands in a text."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.known import Kind, table


@dataclass(frozen=True, slots=True)
class Name:
    text: str
    start: int  # code points, half-open
    end: int
    kind: Kind  # a best guess


def known_kind(text: str) -> Kind:
    """The kind that the known table gives a name, "other" where it knows none."""
    rows = [row for row in (*table().english(text), *table().korean(text)) if not row.word]
    return rows[0].kind if rows else "other"
