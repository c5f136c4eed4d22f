"""What the rows of tests/quality/answer_rows.py come to: coverage, rungs, citations, right answers, wrong figures, language."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

import numpy as np

from ingest.names import find_names
from tests.quality.answer_citations import CITED, SOUND, Row, hits_gold, is_shown, plain
from tests.quality.bootstrap import interval
from tests.quality.naive_numbers import unstated

RUNGS = ("draft", "translation", "quote")


def report(rows: Sequence[Row]) -> Iterator[str]:
    asked = [row for row in rows if row["answerable"]]
    yield from _table(asked, "Answerable questions", MEASURES)
    yield ""
    yield from _rungs(asked)
    yield ""
    misses = [row for row in rows if not row["answerable"]]
    for direction in sorted({row["direction"] for row in misses}):
        group = [row for row in misses if row["direction"] == direction]
        yield f"Near misses {direction}: {sum(row['answer']['status'] == 'not_found' for row in group)} of {len(group)} refused"
    figures = [(row, found) for row in rows if (found := wrong_figures(row))]
    yield f"Figures in claims or drafts that the second checker finds nowhere in the evidence: {len(figures)} answers"
    for row, found in figures:
        yield f"    {row['id']}: {found}"
    yield from _withheld(asked)
    yield from _waiting(rows)


# one row


def is_covered(row: Row) -> bool:
    return is_shown(row) and any(hits_gold(row))


def rung(row: Row) -> str:
    """What the answer ends on: a claim that the model wrote, a translation, or a quotation; "" where nothing is answered."""
    claims = row["answer"]["claims"]
    return claims[-1]["kind"] if is_shown(row) and claims else ""


def is_right(row: Row) -> bool:
    """A gold answer stands in the answer, in its language, whatever the spaces and separators."""
    text = plain(row["answer"]["text"])
    return any(plain(gold) in text for gold in row["gold"])


def is_right_by_name(row: Row) -> bool:
    """The same, and a name counts in either script: by the known pairs, or by its sound."""
    if is_right(row):
        return True
    names = [name.text for name in find_names(row["answer"]["text"], row["lang"])]
    golds = {*row["gold"], *row["gold_in_article"]}
    return any(SOUND.same(name, gold) for name in names for gold in golds if not any(c.isdigit() for c in gold))


def is_quoted(row: Row) -> bool:
    """A gold answer stands in the answer or, in the article's own language, in what it cites."""
    cited = plain(" ".join(citation["quote"] for citation in row["answer"]["citations"]))
    return is_right(row) or any(plain(gold) in cited for gold in row["gold_in_article"])


def speaks_its_language(row: Row) -> bool:
    """Of the model's own words; a quotation speaks the language of its article."""
    own = " ".join(claim["text"] for claim in row["answer"]["claims"] if claim["kind"] != "quote")
    letters = [
        c for c in re.sub(r"\([가-힣][가-힣A-Z. ]*\)", "", own) if c.isalpha()
    ]  # a guessed spelling is marked with the name
    if not letters:
        return True
    korean = sum("가" <= c <= "힣" for c in letters) / len(letters)
    return korean > 0.25 if row["lang"] == "ko" else korean < 0.05


def wrong_figures(row: Row) -> list[float]:
    """In claims, that no cited sentence or its title gives; in drafts shown meanwhile, that no evidence gives."""
    answer = row["answer"]
    cited = {citation["n"]: f"{citation['quote']} {citation['title']}" for citation in answer["citations"]}
    found = []
    for claim in answer["claims"]:
        found += unstated(claim["text"], [cited[n] for n in claim["citations"]] + _around(answer))
    titles = [citation["title"] for citation in answer["citations"]]
    for draft in row["shown"]:
        found += unstated(draft, [item["text"] for item in answer["evidence"]] + titles + _around(answer))
    return sorted(set(found))


def told(row: Row) -> str:
    """An answer for reading."""
    answer, hits = row["answer"], hits_gold(row) if row["article_id"] else []
    mark = "" if not row["answerable"] else "right" if is_right(row) else "-"
    lines = [f"{row['direction']} {row['id']}\n  Q {row['question']}   [{'; '.join(row['gold'])}]"]
    lines.append(f"  {answer['status']} {answer.get('reason', '')} {mark}")
    lines += [f"  > {claim['kind']}: {claim['text']} {claim['citations']}" for claim in answer["claims"]]
    if answer["status"] == "not_found":
        lines.append(f"  > {answer['text']}")
    marked = hits or [False] * len(answer["citations"])
    lines += [
        f"    {'*' if hit else ' '}[{citation['n']}] {citation['article_id']}: {citation['quote']}"
        for hit, citation in zip(marked, answer["citations"], strict=True)
    ]
    lines += [
        f"    x {claim['text']} {[(problem['kind'], problem['detail']) for problem in claim['problems']]}"
        for claim in answer["withheld"]
    ]
    if row["answerable"] and not is_covered(row):
        lines += [f"    e {item['article_id']}: {item['text']}" for item in answer["evidence"][:3]]
    return "\n".join(lines)


# all rows

MEASURES: dict[str, Callable[[Row], bool]] = {
    "answered": lambda row: row["answer"]["status"] == "answered",
    "partial": lambda row: row["answer"]["status"] == "partial",
    "quotes only": lambda row: row["answer"]["status"] == "quotes_only",
    "refused": lambda row: row["answer"]["status"] == "not_found",
    "covered: shown and cites a gold sentence": is_covered,
    "ends on the model's own sentence": lambda row: rung(row) == "draft",
    "ends on it and cites a gold sentence": lambda row: rung(row) == "draft" and is_covered(row),
    "gold answer in the answer": is_right,
    "the same, names by alias or sound": is_right_by_name,
    "gold answer in it or in what it cites": is_quoted,
    "in the language of the question": speaks_its_language,
}


def _table(rows: Sequence[Row], title: str, measures: dict[str, Callable[[Row], bool]]) -> Iterator[str]:
    directions = sorted({row["direction"] for row in rows})
    groups = [[row for row in rows if row["direction"] == direction] for direction in directions]
    yield f"| {title} | " + " | ".join(f"{d} (n={len(g)})" for d, g in zip(directions, groups, strict=True)) + " |"
    yield "| --- " * (len(directions) + 1) + "|"
    for name, measure in measures.items():
        yield f"| {name} | " + " | ".join(_share([measure(row) for row in group]) for group in groups) + " |"
    for name, measured in CITED.items():
        yield f"| {name} | " + " | ".join(_share(measured(group)) for group in groups) + " |"


def _rungs(rows: Sequence[Row]) -> Iterator[str]:
    yield "| direction | rung | share | cites a gold sentence | gold answer in it | or in what it cites |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for direction in sorted({row["direction"] for row in rows}):
        group = [row for row in rows if row["direction"] == direction]
        for name in RUNGS:
            on = [row for row in group if rung(row) == name]
            cells = [_share([bool(test(row)) for row in on]) for test in (is_covered, is_right_by_name, is_quoted)]
            yield f"| {direction} | {name} | {len(on)}/{len(group)} | " + " | ".join(cells) + " |"


def _withheld(rows: Sequence[Row]) -> Iterator[str]:
    """How much was held back, and how much of it held a gold answer: an upper bound on what was right."""
    held = [(row, claim) for row in rows for claim in row["answer"]["withheld"]]
    right = sum(any(plain(gold) in plain(claim["text"]) for gold in row["gold"]) for row, claim in held)
    kinds = Counter(problem["kind"] for _, claim in held for problem in claim["problems"][:1])
    yield f"Withheld sentences: {len(held)}, {right} of them with a gold answer; first problem: {dict(kinds.most_common())}"


def _waiting(rows: Sequence[Row]) -> Iterator[str]:
    for name in ("evidence_ms", "first_token_ms", "total_ms"):
        values = [row["answer"]["timings"][name] for row in rows if name in row["answer"]["timings"]]
        if values:
            yield f"{name}: median {statistics.median(values):.0f}"


def _share(values: Sequence[bool]) -> str:
    """With its bootstrap interval and n where that differs from the column's."""
    if not values:
        return "-"
    found = interval(np.array(values, float))
    return f"{found.mean:.2f} ({found.low:.2f}-{found.high:.2f}, n={len(values)})"


def _around(answer: Row) -> list[str]:
    """Dates may be told by an article's own date."""
    return [citation["published"] for citation in answer["citations"] if citation["published"]]
