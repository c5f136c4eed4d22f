"""Are answers right, and do their citations say what they say? Asks the labelled questions of a folder, each in four directions.

    python -m tests.quality.answers FOLDER [--home DIR] [--rows FILE] [--limit N] [--skip N] [--no-llm] [--show]
        [--check | --pin]

FOLDER is as tests/quality/retrieval_data.py says; questions_ntrexqa.jsonl must be there, with `evidence` sentences, `answer_texts` in the
language of the article and `answer_texts_other_lang`. Answers are kept in FILE (a line each, in the order asked): a run that was cut off goes
on, and a finished one is read again in a second, without library or model. --show prints every answer for reading. --check exits with 1 where a
floor of answer_floors.json is undercut or is of other data, questions or models; --pin raises the floors to these answers. What has a floor, and how
far below what was measured: answer_floors.py. Answers do not tell what code made them: after a change, ask again, into another FILE.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from app.service import Service
from ingest.settings import load
from tests.quality import answer_figures, answer_floors, floors
from tests.quality.answer_rows import Row, collect, fill, kept, questions


def main(argv: Sequence[str] | None = None) -> int:
    arguments = _arguments(argv)
    rows, began = [], time.monotonic()
    for row in _rows(arguments, questions(arguments.folder, arguments.limit, arguments.skip)):
        rows.append(row)
        if arguments.show:
            print(answer_figures.told(row), flush=True)
    for line in answer_figures.report(rows):
        print(line)
    print(f"{len(rows)} questions, {time.monotonic() - began:.0f} s; made by {rows[0]['answer']['fingerprint']}")
    wrong = _against_floors(arguments, rows)
    for line in wrong:
        print(line, file=sys.stderr)
    return 1 if wrong else 0


def _rows(arguments: argparse.Namespace, asked: Sequence[Row]) -> Iterator[Row]:
    """In the order asked; where all are kept, nothing is opened."""
    home = Path(arguments.home)
    file = arguments.rows or home / ("answers_without_model.jsonl" if arguments.no_llm else "answers.jsonl")
    held = kept(file, asked)
    if all(question["id"] in held for question in asked):
        yield from (held[question["id"]] for question in asked)
        return
    home.mkdir(parents=True, exist_ok=True)
    with closing(Service(load(home))) as service:
        fill(service, arguments.folder)
        yield from collect(service, arguments.folder, asked, file, use_model=not arguments.no_llm)


def _against_floors(arguments: argparse.Namespace, rows: Sequence[Row]) -> list[str]:
    """What is wrong, a line each; nothing where no floors are asked for."""
    if not (arguments.check or arguments.pin):
        return []
    found = answer_floors.figures(rows)
    of_each = f"{arguments.limit} of each direction" if arguments.limit else "all"
    asked = f"{of_each}, after the first {arguments.skip}" if arguments.skip else of_each
    made_with = answer_floors.made_with(arguments.folder, rows, asked)
    if arguments.pin:
        return floors.pin(answer_floors.FILE, made_with, found, answer_floors.MARGIN, answer_floors.WHOLE)
    return floors.undercut(floors.read(answer_floors.FILE), made_with, found)


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    it = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    it.add_argument("folder", type=Path)
    it.add_argument("--home", default="/tmp/geungeo-quality")
    it.add_argument("--rows", type=Path, metavar="FILE", help="where answers are kept; default: in the home folder")
    it.add_argument("--limit", type=int, help="questions of each direction")
    it.add_argument("--skip", type=int, default=0, metavar="N", help="the first N of each direction")
    it.add_argument("--no-llm", action="store_true", help="without the chat model")
    it.add_argument("--show", action="store_true", help="print each answer")
    floored = it.add_mutually_exclusive_group()
    floored.add_argument("--check", action="store_true", help="hold the figures against the floors")
    floored.add_argument("--pin", action="store_true", help="raise the floors")
    arguments = it.parse_args(argv)
    if arguments.no_llm and (arguments.check or arguments.pin):
        it.error("the floors are of answers with a model: leave out --no-llm")
    return arguments


if __name__ == "__main__":
    sys.exit(main())
