"""How many claims that are so does the check accept, and how many that are not does it catch?

    python -m tests.quality.claims [FOLDER_OR_FILE] [--fresh] [--home DIR] [--limit N] [--show] [--half A|B]

Without a folder: our own claims (hard_claims.jsonl) over the sample articles and those beside this file. With --fresh: others over the same
articles (fresh_claims.jsonl), written without a look at the rules and word lists; docs/claims.md says how far they were tuned on since. FOLDER holds
articles_*.jsonl and claims_*.jsonl, FILE is one of claims beside its articles (docs/claims.md gives their fields). Prints, by kind and by
language of claim and article, the share that the check judged right, with its 95% interval after Wilson, and the median time of a check.
Halves are by story: what was tuned was tuned on half A.
"""

from __future__ import annotations

import argparse
import json
import math
import statistics
import tempfile
import time
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.records import Verification
from app.service import Service
from ingest.records import Filters
from ingest.settings import load
from ingest.sources import read

HERE = Path(__file__).parent
HARD = HERE / "hard_claims.jsonl"
FRESH = HERE / "fresh_claims.jsonl"
ARTICLES = HERE / "articles"


@dataclass(frozen=True, slots=True)
class Labelled:
    """A claim with what is known of it."""

    id: str
    claim: str
    articles: tuple[str, ...]
    supported: bool
    kind: str
    story: str  # of its articles; translations of each other are one story

    @property
    def half(self) -> str:
        return "AB"[zlib.crc32(self.story.encode()) % 2]


@dataclass(frozen=True, slots=True)
class Judged:
    labelled: Labelled
    found: Verification
    direction: str  # language of the claim - language of its article
    seconds: float

    @property
    def right(self) -> bool:
        return self.found.supported == self.labelled.supported


def labelled(file: Path, stories: dict[str, str]) -> list[Labelled]:
    rows = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    return [_labelled(row, stories) for row in rows]


def _labelled(row: dict[str, Any], stories: dict[str, str]) -> Labelled:
    articles = tuple(row.get("articles") or [row["article_id"]])
    story = stories.get(articles[0], articles[0])
    return Labelled(row["id"], row["claim"], articles, row["supported"], row["kind"], story)


def stories_of(files: Iterable[Path]) -> dict[str, str]:
    """By id of an article the id of its story: the same for an article and its translation."""
    found: dict[str, str] = {}
    for row in (json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()):
        found[row["id"]] = min(row["id"], row.get("parallel_id") or row["id"])
    return found


def judge(service: Service, claims: Iterable[Labelled]) -> Iterator[Judged]:
    for claim in claims:
        start = time.perf_counter()
        found = service.verify(claim.claim, filters=Filters(articles=claim.articles))
        seconds = time.perf_counter() - start
        direction = f"{found.language}-{service.article(claim.articles[0]).language}"
        yield Judged(claim, found, direction, seconds)


def wilson(right: int, n: int) -> tuple[float, float]:
    """The 95% interval of a share (Wilson, 1927)."""
    z, share = 1.96, right / n
    middle, reach = share + z * z / (2 * n), z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return (middle - reach) / (1 + z * z / n), (middle + reach) / (1 + z * z / n)


def table(judged: Sequence[Judged]) -> Iterator[str]:
    """A Markdown row for each kind and direction, and one for each kind: all, half A, half B."""
    groups: dict[tuple[str, str], list[Judged]] = defaultdict(list)
    for one in judged:
        groups[one.labelled.kind, one.direction].append(one)
        groups[one.labelled.kind, "all"].append(one)
    yield "| claims | claim-article | n | right | 95% interval | half A | half B |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    for (kind, direction), group in sorted(groups.items()):
        right = sum(one.right for one in group)
        low, high = wilson(right, len(group))
        halves = (_half(group, half) for half in "AB")
        label = f"{kind}, {'accepted' if group[0].labelled.supported else 'caught'}"
        yield (
            f"| {label} | {direction} | {len(group)} | {right / len(group):.2f} | {low:.2f}-{high:.2f} "
            f"| {' | '.join(halves)} |"
        )


def _half(group: Sequence[Judged], half: str) -> str:
    mine = [one.right for one in group if one.labelled.half == half]
    return f"{sum(mine) / len(mine):.2f} ({len(mine)})" if mine else "-"


def ours(service: Service, file: Path = HARD) -> list[Labelled]:
    """Our own claims; their articles are put into the library."""
    service.add_samples()
    if ARTICLES.is_dir():
        for outcome in service.ingest(read(str(ARTICLES))):
            if outcome.error:
                raise outcome.error
    service.update_index()
    return labelled(file, {})


def theirs(service: Service, place: Path) -> list[Labelled]:
    """The claims of a folder or file; of the articles there, those that are spoken of are put into the library."""
    folder = place if place.is_dir() else place.parent
    files = sorted(folder.glob("articles_*.jsonl"))
    chosen = sorted(place.glob("claims_*.jsonl")) if place.is_dir() else [place]
    stories = stories_of(files)
    claims = [claim for file in chosen for claim in labelled(file, stories)]
    wanted = {id_ for claim in claims for id_ in claim.articles}
    documents = (document for file in files for document in read(str(file)))
    for outcome in service.ingest(document for document in documents if getattr(document, "id", None) in wanted):
        if outcome.error:
            raise outcome.error
    service.update_index()
    return claims


def main() -> None:
    arguments = _arguments()
    with tempfile.TemporaryDirectory() as folder, closing(Service(load(arguments.home or folder))) as service:
        claims = (
            theirs(service, Path(arguments.place))
            if arguments.place
            else ours(service, FRESH if arguments.fresh else HARD)
        )
        claims = [claim for claim in claims if arguments.half in (None, claim.half)]
        judged = list(judge(service, claims[: arguments.limit]))
    print("\n".join(table(judged)))
    print(f"\nmedian time of a check: {1000 * statistics.median(one.seconds for one in judged):.0f} ms")
    for one in judged if arguments.show else ():
        if not one.right and arguments.kind in (None, one.labelled.kind):
            _show(one)


def _arguments() -> argparse.Namespace:
    it = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    it.add_argument("place", metavar="FOLDER_OR_FILE", nargs="?")
    it.add_argument("--fresh", action="store_true")
    it.add_argument("--home", help="a library to use and to fill, instead of one for this run alone")
    it.add_argument("--limit", type=int)
    it.add_argument("--half", choices=("A", "B"))
    it.add_argument("--kind", help="show this kind alone")
    it.add_argument("--show", action="store_true", help="print what was judged wrongly")
    return it.parse_args()


def _show(one: Judged) -> None:
    problems = ", ".join(f"{problem.kind} ({problem.detail})" for problem in one.found.problems)
    print(
        f"\n{one.labelled.kind} {one.direction} {one.labelled.id}: {one.labelled.claim}\n    {problems or 'accepted'}"
    )
    for citation in one.found.citations:
        print(f"    [{citation.article.id}] {citation.quote}")


if __name__ == "__main__":
    main()
