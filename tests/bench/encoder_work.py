"""How much more is encoded than the text itself, as each sentence is read behind its title.

    python -m tests.bench.encoder_work [--times N]

Reads the sample articles and those of the quality checks with the default encoder. Compares what is made at ingest with one pass over the
same text: each passage once, and each title once. Prints the ratio of tokens, of tokens with padding, and of time (the best of N runs, both
kinds by turns); the aim is 1.5.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from ingest.encoder import PassageText, SentenceEncoder, load_encoder
from ingest.ingestion import ingest
from ingest.library import Library
from ingest.records import Filters, Language
from ingest.sample_articles import sample_documents
from ingest.settings import load
from ingest.sources import read

AIM = 1.5
ARTICLES = Path(__file__).parents[1] / "quality" / "articles"


@dataclass(slots=True)
class Work:
    tokens: int = 0
    padded: int = 0
    seconds: float = float("inf")


def main() -> None:
    it = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    it.add_argument("--times", type=int, default=3)
    arguments = it.parse_args()
    encoder = load_encoder(load())
    print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores; aim {AIM}\n")
    print("       sentences  tokens of one pass   tokens  padded    time")
    for name, passages in _passages().items():
        titles = list(dict.fromkeys(passage.title for passage in passages))
        texts = [passage.text for passage in passages] + titles
        once, behind = Work(), Work()
        for _ in range(arguments.times):
            _measure(encoder, once, partial(encoder.encode_texts, texts))
            _measure(encoder, behind, partial(encoder.encode_passages, passages))
        ratios = [getattr(behind, part) / getattr(once, part) for part in ("tokens", "padded", "seconds")]
        sentences = sum(len(passage.spans) for passage in passages)
        print(f"{name:6} {sentences:9} {once.tokens:19} {ratios[0]:8.2f} {ratios[1]:7.2f} {ratios[2]:7.2f}")


def _passages() -> dict[Language, list[PassageText]]:
    """Of every article, in the order in which they would be encoded, by language."""
    with tempfile.TemporaryDirectory() as home, closing(Library.open(Path(home))) as library:
        outcomes = [*ingest(library, sample_documents()), *ingest(library, read(str(ARTICLES)))]
        assert all(outcome.status == "new" for outcome in outcomes), outcomes
        return {
            language: [_text(library, id_) for id_ in library.passage_ids(Filters(language=language))]
            for language in ("ko", "en")
        }


def _text(library: Library, id_: str) -> PassageText:
    passage = library.passages([id_])[id_]
    article = library.article(passage.article_id)
    spans = tuple((s.start - passage.start, s.end - passage.start) for s in passage.sentences)
    return PassageText(article.title, article.text[passage.start : passage.end], spans)


def _measure(encoder: SentenceEncoder, work: Work, encode: Callable[[], object]) -> None:
    """What goes through the transformer while `encode` runs, and how long that takes at best."""
    work.tokens = work.padded = 0

    def count(_: object, given: tuple[dict]) -> None:
        work.tokens += int(given[0]["attention_mask"].sum())
        work.padded += given[0]["attention_mask"].numel()

    counting = encoder._model[0].register_forward_pre_hook(count)
    began = time.perf_counter()
    encode()
    work.seconds = min(work.seconds, time.perf_counter() - began)
    counting.remove()


if __name__ == "__main__":
    main()
