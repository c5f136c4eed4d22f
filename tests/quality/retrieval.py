"""Is the right article found, and the right sentence shown? On labelled questions of others, beside the chain of the tutorials.

    python -m tests.quality.retrieval FOLDER [--home DIR] [--encoder NAME] [--sets A,B] [--limit N] [--no-stock] [--no-model]
        [--without A,B] [--json] [--check | --pin]

FOLDER: see retrieval_data. Its articles are ingested into DIR, which serves again as long as articles and encoder are the same (after a
change of the splitter or the encoder's method take a new one), or into a temporary home; encoding them takes a quarter of an hour on
two cores, and the chain's chunks half of that. Prints Markdown: for each data set and direction, question language - article language,

- hit@1, hit@5 and nDCG@10 of articles, each by its best hit, and the same of stock_chain,
- the share of questions whose gold sentence is shown first, among the three that the model reads, and among the five in the panel,

each with its 95% interval, in two conditions:

- target: only articles in the language of the right one are searched,
- mixed: all are; the translation of the right one is dropped from the ranking, and kept from the choice of sentences.

--without leaves out an ingredient, to measure what it is worth, or gives it another weight (own=7): see ablation. --check exits with 1 where a floor of retrieval_floors.json
is undercut or is of other data; --pin raises the floors to what was measured.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, nullcontext
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np

from app.records import Evidence
from app.service import Service
from ingest import models
from ingest.errors import GeungeoError
from ingest.records import Filters
from ingest.settings import Settings, load
from ingest.sources import read
from tests.quality import floors, retrieval_data
from tests.quality.ablation import INGREDIENTS, WEIGHTS, is_known, without
from tests.quality.retrieval_data import Data, Question
from tests.quality.retrieval_figures import DEPTH, Figure, article_values, figures, sentence_values
from tests.quality.retrieval_tables import tables
from tests.quality.stock_chain import StockChain, plain_encoder

SETS = "belebele,ntrexqa,headline"
CONDITIONS = ("mixed", "target")
FLOORS = Path(__file__).with_name("retrieval_floors.json")


class Ours:
    """The product as it is asked here; nothing else in this measurement calls its search."""

    def __init__(self, service: Service) -> None:
        self._answerer = service.answerer()

    def articles(self, question: str, filters: Filters) -> list[str]:
        """Ids, best first; one more than is looked at, as one may be dropped."""
        return [hit.article.id for hit in self._answerer.search(question, filters, DEPTH + 1)]

    def evidence(self, question: str, filters: Filters) -> tuple[Evidence, ...]:
        """What the panel shows, best first."""
        return self._answerer.attempt(question, filters).evidence


@dataclass(frozen=True, slots=True)
class Measured:
    made_with: dict[str, str]
    figures: tuple[Figure, ...]
    milliseconds: tuple[float, ...]  # a search of the whole library each, one question at a time, everything loaded

    def by_row(self) -> dict[str, dict[str, float]]:
        rows: dict[str, dict[str, float]] = {}
        for it in self.figures:
            rows.setdefault(f"{it.data_set} {it.direction} {it.condition}", {})[it.measure] = it.ours.mean
        return rows


def measure(service: Service, data: Data, with_stock: bool) -> Measured:
    """Raises GeungeoError, and SystemExit where the home holds something else."""
    _fill(service, data)
    fingerprint = service.index().fingerprint
    stock = _stock(service.settings, data, fingerprint) if with_stock else None
    found: list[Figure] = []
    times: list[float] = []
    for condition in CONDITIONS:
        _tell(f"{condition}: asking {len(data.questions)} questions")
        ranked = list(_ranked(Ours(service), data.questions, condition, times))
        shown = list(_shown(Ours(service), data, condition))
        ours = {**article_values(data.questions, ranked), **sentence_values(data.questions, shown)}
        beside = article_values(data.questions, _ranked_by_stock(stock, data.questions, condition)) if stock else {}
        found += figures(data.questions, condition, ours, beside)
    made_with = {"data": data.checksum, "encoder": fingerprint, "chat_model": service.settings.chat_model}
    return Measured(made_with, tuple(found), tuple(times))


def _fill(service: Service, data: Data) -> None:
    home, library = service.settings.home, service.library
    if strangers := {head.id for head in library.heads()} - data.articles.keys():
        raise SystemExit(f"{home} holds {len(strangers)} other articles: name another --home.")
    if library.index_encoder() not in (None, service.index().fingerprint):
        raise SystemExit(f"{home} was encoded by another encoder: name another --home.")
    for file in data.files:
        for outcome in service.ingest(read(str(file))):
            if outcome.error:
                raise outcome.error
    if waiting := library.outbox_size():
        _tell(f"encoding {waiting} passages")
        service.update_index()


def _stock(settings: Settings, data: Data, fingerprint: str) -> StockChain:
    default = settings.encoder == "default"
    place = models.path_of(models.DEFAULT_ENCODER, settings.models) if default else settings.encoder
    _tell("cutting and encoding for the stock chain")
    return StockChain(data.articles.values(), plain_encoder(str(place), settings.home, fingerprint))


def _filters(question: Question, condition: str) -> Filters:
    return Filters(language=question.article.language) if condition == "target" else Filters()


def _ranked(ours: Ours, questions: Sequence[Question], condition: str, times: list[float]) -> Iterator[list[str]]:
    """Each search is made once. Appends to `times` how long those took that nothing narrows or has prepared."""
    first = questions[0].text, Filters()
    found = {first: ours.articles(*first)}  # not timed: more is loaded at the first question than it needs
    for question in questions:
        asked = question.text, _filters(question, condition)
        if asked not in found:
            start = time.perf_counter()
            found[asked] = ours.articles(*asked)
            if condition == "mixed":
                times.append(1000 * (time.perf_counter() - start))
        yield found[asked]


def _shown(ours: Ours, data: Data, condition: str) -> Iterator[tuple[Evidence, ...]]:
    """Nothing for questions without a gold sentence. The translation says the same, and would fill the places."""
    for question in data.questions:
        filters = _filters(question, condition)
        if condition == "mixed" and question.article.translation:
            filters = Filters(articles=tuple(id_ for id_ in data.articles if id_ != question.article.translation))
        yield ours.evidence(question.text, filters) if question.gold else ()


def _ranked_by_stock(stock: StockChain, questions: Sequence[Question], condition: str) -> list[list[str]]:
    texts = [question.text for question in questions]
    if condition == "mixed":
        return stock.articles(texts)
    within = {language: stock.articles(texts, language) for language in ("ko", "en")}
    return [within[question.article.language][i] for i, question in enumerate(questions)]


def main(argv: Sequence[str] | None = None) -> int:
    arguments = _arguments(argv)
    data = retrieval_data.load(arguments.folder, arguments.sets.split(","), arguments.limit)
    try:
        with (
            nullcontext(arguments.home) if arguments.home else tempfile.TemporaryDirectory() as home,
            closing(Service(_settings(home, arguments))) as service,
            without(arguments.without),
        ):
            measured = measure(service, data, arguments.stock)
    except GeungeoError as error:
        raise SystemExit(str(error)) from error
    if arguments.without:
        measured = replace(measured, made_with=measured.made_with | {"without": ",".join(arguments.without)})
    print(as_json(measured) if arguments.json else as_markdown(measured))
    wrong: list[str] = []
    if arguments.check:
        wrong = floors.undercut(json.loads(FLOORS.read_text("utf-8")), measured.made_with, measured.by_row())
    if arguments.pin:
        wrong = floors.pin(FLOORS, measured.made_with, measured.by_row())
    for line in wrong:
        _tell(line)
    return 1 if wrong else 0


def _settings(home: str, arguments: argparse.Namespace) -> Settings:
    settings = load(home)
    if arguments.encoder:
        settings = replace(settings, encoder=arguments.encoder)
    return settings if arguments.model else replace(settings, chat_model="none")


def as_markdown(measured: Measured) -> str:
    p50, p90 = np.percentile(measured.milliseconds, [50, 90])
    made_with = ", ".join(f"{name} `{value}`" for name, value in measured.made_with.items())
    waited = f"Search of the whole library: p50 {p50:.0f} ms, p90 {p90:.0f} ms, {len(measured.milliseconds)} questions."
    return "\n".join([f"Measured with {made_with}.", "", *tables(measured.figures), waited])


def as_json(measured: Measured) -> str:
    return json.dumps(asdict(measured), ensure_ascii=False, indent=1)


def _tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    it = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    it.add_argument("folder", type=Path)
    it.add_argument("--home", help="kept, and used again while articles and encoder are the same")
    it.add_argument("--encoder", help="instead of the one that the settings name")
    it.add_argument("--sets", default=SETS, help=f"of questions, with commas; {SETS} unless given")
    it.add_argument("--limit", type=int, help="questions of each set and direction")
    it.add_argument("--no-stock", dest="stock", action="store_false", help="measure ours alone")
    it.add_argument("--no-model", dest="model", action="store_false", help="what is found without a chat model")
    it.add_argument("--without", type=lambda names: names.split(","), default=[], help=f"of {', '.join(INGREDIENTS)}")
    it.add_argument("--json", action="store_true")
    it.add_argument("--check", action="store_true", help="hold the figures against the floors")
    it.add_argument("--pin", action="store_true", help="raise the floors")
    arguments = it.parse_args(argv)
    if unknown := [name for name in arguments.without if not is_known(name)]:
        it.error(
            f"--without: {', '.join(unknown)} is none of {', '.join(INGREDIENTS)}, nor one of {', '.join(WEIGHTS)}=N"
        )
    if (arguments.check or arguments.pin) and (arguments.limit or arguments.sets != SETS or arguments.without):
        it.error("floors are of all questions and ingredients: leave out --limit, --sets and --without")
    return arguments


if __name__ == "__main__":
    sys.exit(main())
