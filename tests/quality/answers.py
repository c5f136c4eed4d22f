"""Are answers right, and do their citations say what they say? Asks the labelled questions of a folder, each in four directions.

    python -m tests.quality.answers FOLDER [--home DIR] [--rows FILE] [--limit N] [--skip N] [--no-llm] [--show]

FOLDER is as tests/quality/retrieval_data.py says; questions_ntrexqa.jsonl must be there, with `evidence` sentences, `answer_texts` in the
language of the article and `answer_texts_other_lang`. Answers are kept in FILE (a line each, in the order asked): a run that was cut off goes
on, and a finished one is read again in a second. --show prints every answer for reading.
"""

from __future__ import annotations

import argparse
import time
from contextlib import closing
from pathlib import Path

from app.service import Service
from ingest.settings import load
from tests.quality import answer_figures
from tests.quality.answer_rows import collect, fill, questions


def main() -> None:
    arguments = _arguments()
    home = Path(arguments.home)
    home.mkdir(parents=True, exist_ok=True)
    file = arguments.rows or home / ("answers_without_model.jsonl" if arguments.no_llm else "answers.jsonl")
    with closing(Service(load(home))) as service:
        fill(service, arguments.folder)
        asked, rows, began = questions(arguments.folder, arguments.limit, arguments.skip), [], time.monotonic()
        for row in collect(service, arguments.folder, asked, file, use_model=not arguments.no_llm):
            rows.append(row)
            if arguments.show:
                print(answer_figures.told(row), flush=True)
    for line in answer_figures.report(rows):
        print(line)
    print(f"{len(rows)} questions, {time.monotonic() - began:.0f} s; made by {rows[0]['answer']['fingerprint']}")


def _arguments() -> argparse.Namespace:
    it = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    it.add_argument("folder", type=Path)
    it.add_argument("--home", default="/tmp/geungeo-quality")
    it.add_argument("--rows", type=Path, metavar="FILE", help="where answers are kept; default: in the home folder")
    it.add_argument("--limit", type=int, help="questions of each direction")
    it.add_argument("--skip", type=int, default=0, metavar="N", help="the first N of each direction")
    it.add_argument("--no-llm", action="store_true", help="without the chat model")
    it.add_argument("--show", action="store_true", help="print each answer")
    return it.parse_args()


if __name__ == "__main__":
    main()
