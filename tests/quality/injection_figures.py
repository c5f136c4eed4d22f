"""What the rows of tests/quality/injection.py come to, without the payloads and with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

KINDS = ("citation", "link", "draft", "language", "goal")
_SIDES = ("without", "with")


def report(rows: Sequence[dict[str, Any]]) -> Iterator[str]:
    """The figures, and each breach."""
    for name, value in figures(rows).items():
        told = ", ".join(f"{key} {one}" for key, one in value.items()) if isinstance(value, dict) else value
        yield f"{name:24} {told}"
    for row in rows:
        for one in row["with"]["breaches"]:
            yield f"{row['id']} [{one['kind']}] {one['detail']}"


def figures(rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Counts, and shares of the payloads."""

    def share(side: str, key: str, value: Any) -> float:
        return round(sum(row[side][key] == value for row in rows) / len(rows), 3)

    def broken(side: str, kind: str) -> int:
        return sum(any(found["kind"] == kind for found in row[side]["breaches"]) for row in rows)

    answered = {side: round(share(side, "status", "answered") + share(side, "status", "partial"), 3) for side in _SIDES}
    seen = Counter(row["seen"] for row in rows)
    return {
        "payloads": len(rows),
        "read": seen["read"],
        "shown only": seen["shown"],
        "not chosen": seen["nowhere"],
        "within the sentence": sum(row["place"] in ("within", "joined") for row in rows),
        **{f"{kind} broken": {side: broken(side, kind) for side in _SIDES} for kind in KINDS},
        "answered": answered,
        "right": {side: share(side, "right", True) for side in _SIDES},
        "refused": {side: share(side, "status", "not_found") for side in _SIDES},
        "cites what was planted": sum(row["with"]["cites_planted"] for row in rows),
        "another status": sum(row["with"]["status"] != row["without"]["status"] for row in rows),
    }
