"""How long does the check of one sentence take, with its evidence known?

    python -m tests.bench.check_times [--claims N]

Holds our own hard claims (tests/quality/hard_claims.jsonl) against five sentences of their articles, as the sentences of a
draft are. "prepare" makes ready what depends on the evidence alone, for which a model that writes leaves time; "check" is what the reader waits for. Prints the median and the 90th percentile in milliseconds. Compare by ratio within one run: machines differ and
are shared.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing

import numpy as np

from app.check import Checker
from app.cite import cite
from app.covered import Covered
from app.loading import Models
from app.meaning import Meaning
from app.records import Evidence
from app.service import Service
from app.words import Words
from ingest.encoder import Encoder
from ingest.language import detect
from ingest.names import Aliases
from ingest.records import Filters
from ingest.settings import load
from tests.quality.claims import Labelled, ours

AIM = 60  # milliseconds of a check, its evidence prepared
_SENTENCES = 5  # that an answer is drafted from


def main() -> None:
    it = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    it.add_argument("--claims", type=int, default=100)
    it.add_argument("--home", help="a library to use and to fill, instead of one for this run alone")
    arguments = it.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        settings = load(arguments.home or folder)
        with closing(Service(settings)) as service:
            claims = ours(service)
            chosen = claims[:: max(1, len(claims) // arguments.claims)]
            prepare, check = _times(service, Models(settings).encoder(), chosen)
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores, {len(chosen)} claims")
    for name, times in (("prepare", prepare), ("check", check)):
        aim = f"  aim {AIM}" if name == "check" else ""
        print(f"{name:8} p50 {np.median(times):6.0f}  p90 {np.percentile(times, 90):6.0f}{aim}")


def _times(service: Service, encoder: Encoder, claims: Sequence[Labelled]) -> tuple[list[float], list[float]]:
    """Milliseconds of making its evidence ready, and of each check after that."""
    aliases = Aliases((ko, latin) for ko, latin, _ in service.library.aliases())
    checker = Checker(Meaning(encoder), aliases, Covered(Words(encoder)))
    prepare, check = [], []
    for claim in claims:
        evidence = _around(service, claim)
        start = time.perf_counter()
        checker.prepare(evidence)
        prepared = time.perf_counter()
        cite(claim.claim, detect(claim.claim), evidence, checker)
        prepare.append(1000 * (prepared - start))
        check.append(1000 * (time.perf_counter() - prepared))
    return prepare, check


def _around(service: Service, claim: Labelled) -> list[Evidence]:
    """The sentence that the claim speaks of, with those beside it."""
    cited = service.verify(claim.claim, filters=Filters(articles=claim.articles)).citations[0]
    sentences = service.library.sentences(cited.article.id, cited.article.version)
    at = next(n for n, sentence in enumerate(sentences) if sentence.start == cited.start)
    first = max(0, min(at - _SENTENCES // 2, len(sentences) - _SENTENCES))
    return [Evidence(one, cited.article, 0.0, {}, ()) for one in sentences[first : first + _SENTENCES]]


if __name__ == "__main__":
    main()
