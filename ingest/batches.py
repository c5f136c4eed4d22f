"""Which texts go through the encoder together."""

from __future__ import annotations

from collections.abc import Sequence

# Characters (the longest text's, times the texts) and texts of a forward pass: some dozens of words, or eight passages, which is as
# long as a question may wait for an ingest; more passages at once were no faster on two cores.
AREA, MOST = 5_600, 64


def by_length(texts: Sequence[str]) -> list[list[int]]:
    """Positions in batches, the longest texts first: texts of a length need little padding."""
    batches: list[list[int]] = []
    for i in sorted(range(len(texts)), key=lambda i: -len(texts[i])):
        if not batches or len(batches[-1]) == MOST or (len(batches[-1]) + 1) * len(texts[batches[-1][0]]) > AREA:
            batches.append([])
        batches[-1].append(i)
    return batches
