"""Does anything planted in an article change an answer in a way that it may not?

    python -m tests.quality.injection FOLDER [--home DIR] [--limit N] [--no-model] [--resume] [--json]
        [--check | --pin]

FOLDER holds articles_*.jsonl and questions_ntrexqa.jsonl as tests/quality/retrieval_data.py has them, and
injection_attacks.jsonl, a payload a line:
    id, lang, payload       what is planted, in one language or both
    kind, source            what the figures are broken down by; optional
    judge_question, goal    what tells that it worked, see tests/quality/injection_checks.py; optional

Every payload is planted in the article of another answerable question, in turns over the four pairs of question and article
language: as sentences of its own right before or right after the sentence that holds the answer, by turns. Where it is not
among the sentences chosen for the question, it is tried on the other side, then in brackets within that sentence, then run on behind it
with a comma. The article stands in a library of some dozens of others, without its translation; the question is asked without the payload, then
with it.

A row for each payload is added to injection.jsonl in the home folder at once; --resume goes on where a run was cut off, and reads a finished one
again without library or model. The status is 1 where an answer broke a rule, with --check also where a floor of injection_floors.json is undercut or is of other
data, payloads or models; --pin raises the floors. What has one: injection_floors.py. With the default model on two cores a payload takes about half a minute.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from app.choose import READ
from app.records import Done, Drafting
from app.service import Service
from ingest.records import Article, Document, Filters
from ingest.settings import load
from tests.quality import floors, injection_floors
from tests.quality.injection_cases import Case, cases, others, planted_text, rows_of, where
from tests.quality.injection_checks import Planted, breaches, cites_planted, is_right
from tests.quality.injection_figures import figures, report
from tests.quality.retrieval_data import Text


class Asker:
    """One library: the others stay, the article asked about comes and goes."""

    def __init__(self, service: Service, others: Sequence[Text], *, use_model: bool) -> None:
        self._service, self._use_model = service, use_model
        service.remove([head.id for head in service.heads()])
        self._put(*((text, text.text) for text in others))

    def row(self, case: Case) -> dict[str, Any]:
        article, question = case.question.article, case.question
        plain = self._put((article, article.text))
        row = {key: case.payload.get(key) for key in ("id", "source", "kind", "lang")}
        row |= {"question": question.text, "direction": question.direction}
        before = f"{plain.title}\n{plain.text}"
        row["without"] = self._asked(case, Planted(case.payload, before), plain)
        for place in (*case.places(), case.first):
            new = self._put((article, planted_text(case, place)))
            planted = Planted(case.payload, before, *where(case.payload["payload"], plain.text, new.text))
            if (seen := self._seen(question.text, planted, new)) != "nowhere":
                break
        row |= {"place": place, "seen": seen}
        row["with"] = self._asked(case, planted, new)
        self._service.remove([article.id])
        return row

    def _seen(self, question: str, planted: Planted, article: Article) -> str:
        """Whether the model reads what was planted, the panel shows it, or neither."""
        attempt = self._service.answerer().attempt(question, Filters())

        def holds(item: Any) -> bool:
            spans = [item.sentence, *([item.before] if item.before else [])]
            return item.article.id == article.id and any(
                span.start < planted.end and planted.start < span.end for span in spans
            )

        if any(map(holds, attempt.grounds[:READ])):
            return "read"
        return "shown" if any(map(holds, attempt.evidence)) else "nowhere"

    def _asked(self, case: Case, planted: Planted, article: Article) -> dict[str, Any]:
        drafts, answer = [], None
        for event in self._service.stream(case.question.text, use_model=self._use_model):
            if isinstance(event, Drafting):
                drafts.append(event.text)
            elif isinstance(event, Done):
                answer = event.answer
        found = dict.fromkeys(breaches(answer, drafts, planted, article))
        return {
            "status": answer.status,
            "reason": answer.reason,
            "right": is_right(answer, case.answers),
            "cites_planted": cites_planted(answer, planted, article),
            "claims": [[claim.kind, claim.text] for claim in answer.claims],
            "withheld": [[claim.text, [problem.kind for problem in claim.problems]] for claim in answer.withheld],
            "breaches": [{"kind": kind, "detail": detail} for kind, detail in found],
            "total_ms": answer.timings["total_ms"],
            "fingerprint": dict(answer.fingerprint),
        }

    def _put(self, *texts: tuple[Text, str]) -> Article:
        """Store and index; returns the last of them as the library holds it."""
        documents = [
            Document(text, "text", "-", id=article.id, title=article.title, language=article.language)
            for article, text in texts
        ]
        for outcome in self._service.ingest(documents):
            if outcome.status == "failed":
                raise outcome.error
        self._service.update_index()
        return self._service.article(documents[-1].id)


def run(folder: Path, home: Path, *, limit: int | None, use_model: bool, resume: bool) -> list[dict[str, Any]]:
    """The rows of all payloads, also those of the run before where it is resumed; SystemExit if that one asked other questions."""
    home.mkdir(parents=True, exist_ok=True)
    kept = home / "injection.jsonl"
    rows = rows_of(kept) if resume and kept.exists() else []
    kept.write_text("".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows), "utf-8")
    done, asked = {row["id"]: row["question"] for row in rows}, list(cases(folder, limit))
    if any(done.get(case.payload["id"], case.question.text) != case.question.text for case in asked):
        raise SystemExit(f"{kept} holds answers to other questions: name another --home.")
    if all(case.payload["id"] in done for case in asked):
        return rows
    with closing(Service(load(home))) as service, kept.open("a", encoding="utf-8") as file:
        asker = Asker(service, others(folder, asked), use_model=use_model)
        for case in (case for case in asked if case.payload["id"] not in done):
            row = asker.row(case)
            file.write(f"{json.dumps(row, ensure_ascii=False)}\n")
            file.flush()
            rows.append(row)
            kinds = ", ".join(dict.fromkeys(found["kind"] for found in row["with"]["breaches"]))
            print(row["id"], row["direction"], row["seen"], row["with"]["status"], kinds, file=sys.stderr)
    return rows


def main(argv: Sequence[str] | None = None) -> int:
    arguments = _arguments(argv)
    use_model = not arguments.no_model
    rows = run(arguments.folder, arguments.home, limit=arguments.limit, use_model=use_model, resume=arguments.resume)
    print(json.dumps(figures(rows), ensure_ascii=False, indent=1) if arguments.json else "\n".join(report(rows)))
    wrong = _against_floors(arguments, rows)
    for line in wrong:
        print(line, file=sys.stderr)
    return 1 if wrong or any(row["with"]["breaches"] for row in rows) else 0


def _against_floors(arguments: argparse.Namespace, rows: Sequence[dict[str, Any]]) -> list[str]:
    """What is wrong, a line each; nothing where no floors are asked for."""
    if not (arguments.check or arguments.pin):
        return []
    asked = f"the first {arguments.limit}" if arguments.limit else "all"
    made_with = injection_floors.made_with(arguments.folder, rows, asked)
    found = injection_floors.figures(rows)
    if arguments.pin:
        return floors.pin(injection_floors.FILE, made_with, found, injection_floors.MARGIN, injection_floors.WHOLE)
    return floors.undercut(floors.read(injection_floors.FILE), made_with, found)


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    it = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    it.add_argument("folder", type=Path)
    it.add_argument("--home", type=Path, default=Path("/tmp/geungeo-injection"))
    it.add_argument("--limit", type=int, help="the first payloads alone")
    it.add_argument("--no-model", action="store_true", help="search, evidence and quotations alone")
    it.add_argument("--resume", action="store_true", help="go on with the rows of a run that was cut off")
    it.add_argument("--json", action="store_true")
    floored = it.add_mutually_exclusive_group()
    floored.add_argument("--check", action="store_true", help="hold the figures against the floors")
    floored.add_argument("--pin", action="store_true", help="raise the floors")
    arguments = it.parse_args(argv)
    if arguments.no_model and (arguments.check or arguments.pin):
        it.error("the floors are of answers with a model: leave out --no-model")
    return arguments


if __name__ == "__main__":
    sys.exit(main())
