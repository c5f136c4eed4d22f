"""Where the quotations of a line begin and end."""

from __future__ import annotations

import re

MAX_LENGTH = 500  # characters; a longer one is a mark that was never closed

_MARKS = re.compile(r"[“”„\"]|[‘’']")
_DOUBLE = frozenset('“”„"')
_OPENING, _CLOSING = frozenset("“‘„"), frozenset("”’")


def quotations(line: str) -> list[tuple[int, int]]:
    """Half-open spans, marks included, in order of their ends. Single ones may lie inside double ones.

    Curly and straight marks may be mixed, as they are in news: a straight mark opens where a word follows it and none goes
    before it. An apostrophe is no mark.
    """
    return _scanned(line)[0]


def is_open(line: str) -> bool:
    """Whether a double quotation mark is still waiting for its other half at the end of `line`."""
    return _scanned(line)[1]


def _scanned(line: str) -> tuple[list[tuple[int, int]], bool]:
    found: list[tuple[int, int]] = []
    opened: dict[bool, int] = {}  # where a mark waits, for double ones (True) and single ones
    for mark in _MARKS.finditer(line):
        double = mark[0] in _DOUBLE
        start = opened.get(double)
        if not double and _is_apostrophe(line, mark.start(), start is not None):
            continue
        if start is not None and mark.end() - start > MAX_LENGTH:
            start = None
        opens = mark[0] in _OPENING or (mark[0] not in _CLOSING and _opens(line, mark.start()))
        if opens:
            opened[double] = mark.start()
        elif start is not None:
            found.append((start, mark.end()))
            del opened[double]
    return found, True in opened and len(line) - opened[True] <= MAX_LENGTH


def _opens(line: str, position: int) -> bool:
    before, after = line[position - 1 : position], line[position + 1 : position + 2]
    return (not before or before.isspace() or before in "([<‘“'\"—–-") and bool(after) and not after.isspace()


def _is_apostrophe(line: str, position: int, opened: bool) -> bool:
    before, after = line[position - 1 : position], line[position + 1 : position + 2]
    if line[position] == "‘":
        return False
    if before.isalnum() and after.isascii() and after.isalnum():
        return True  # don't, '90s
    return not opened and not _opens(line, position)  # the players' union, rock 'n' roll
