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
    found: list[tuple[int, int]] = []
    opened: dict[bool, int] = {}
    for mark in _MARKS.finditer(line):
        double = mark[0] in _DOUBLE
        start = opened.get(double)
        if not double and _is_apostrophe(line, mark.start(), start is not None):
            continue
        if start is not None and mark.end() - start > MAX_LENGTH:
            start = None
        if mark[0] in _CLOSING or (
            start is not None and mark[0] not in _OPENING and not _opens(line, mark.start())
        ):
            if start is not None:
                found.append((start, mark.end()))
                del opened[double]
        elif mark[0] in _OPENING or start is None or _opens(line, mark.start()):
            opened[double] = mark.start()
    return found


def is_open(line: str) -> bool:
    """Whether a double quotation mark is still waiting for its other half at the end of `line`."""
    start = max((line.rfind(mark) for mark in '“„"'), default=-1)
    if start < 0 or len(line) - start > MAX_LENGTH:
        return False
    return not any(end > start for _, end in quotations(line))


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
