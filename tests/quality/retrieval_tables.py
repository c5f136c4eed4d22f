"""The figures of a measurement as Markdown, for docs/retrieval.md."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tests.quality.bootstrap import Interval
from tests.quality.retrieval_figures import ARTICLES, SENTENCES, Figure


def tables(figures: Sequence[Figure]) -> Iterator[str]:
    """A line each: for every data set a table of the articles found and, where it has gold sentences, one of the sentences."""
    for data_set in dict.fromkeys(figure.data_set for figure in figures):
        for title, measures in (("articles", ARTICLES), ("gold sentence", SENTENCES)):
            chosen = [figure for figure in figures if figure.data_set == data_set and figure.measure in measures]
            if chosen:
                yield from (f"### {data_set}: {title}", "", *_table(chosen, measures), "")


def _table(figures: Sequence[Figure], measures: Sequence[str]) -> Iterator[str]:
    with_stock = any(figure.stock is not None for figure in figures)
    heads = [head for name in measures for head in ((name, "stock (difference)") if with_stock else (name,))]
    yield f"| question-article | library | n | {' | '.join(heads)} |"
    yield "| --- " * (3 + len(heads)) + "|"
    rows: dict[tuple[str, str], dict[str, Figure]] = {}
    for figure in figures:
        rows.setdefault((figure.direction, figure.condition), {})[figure.measure] = figure
    for (direction, condition), row in sorted(rows.items()):
        cells = [cell for name in measures for cell in _cells(row[name], with_stock)]
        yield f"| {direction} | {condition} | {row[measures[0]].n} | {' | '.join(cells)} |"


def _cells(figure: Figure, with_stock: bool) -> Iterator[str]:
    yield f"{_share(figure.ours.mean)} {_range(figure.ours)}"
    if with_stock:
        gap = figure.difference
        yield f"{_share(figure.stock)} ({gap.mean:+.3f} {_range(gap, '+')})" if gap and figure.stock is not None else ""


def _range(it: Interval, sign: str = "") -> str:
    return f"[{it.low:{sign}.2f}, {it.high:{sign}.2f}]"


def _share(value: float) -> str:
    return f"{value:.3f}"
