"""The first questions asked of one article about DeepSeek's R1, and twenty paraphrases written before the code.

    python -m tests.quality.first_questions ARTICLE [--no-llm]

ARTICLE is a file with a Korean article on what Eric Sheridan said of R1's training cost. Prints each question with its status and what
it cites, and how many went as they should.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from app.records import Answer
from app.service import Service
from ingest.settings import load
from ingest.sources import read

SHERIDAN = (
    "모델 개발의 전체 비용을 대표하지 않을 가능성이 높다",
    "이 훈련 비용이 모델을 개발하는 데 들어간 돈 전체를 나타내지는 않을 것",
)
COST = ("훈련 비용이 단 560만 달러", "R1의 훈련 비용은 560만 달러")


@dataclass(frozen=True, slots=True)
class Expected:
    question: str
    status: str
    cites: tuple[str, ...] = ()  # one of these stands in a quote
    says: str = ""  # stands in the answer

    def met(self, answer: Answer) -> bool:
        if answer.status != self.status:
            return False
        quotes = " ".join(citation.quote for citation in answer.citations)
        return (not self.cites or any(words in quotes for words in self.cites)) and self.says in answer.text


FIRST = (
    Expected("What did Sheridan say about training cost?", "answered", SHERIDAN),
    Expected("셰리던은 훈련 비용에 대해 뭐라고 말했나요?", "answered", SHERIDAN),
    Expected("How much did training R1 cost?", "answered", COST, "$5.6 million"),
    Expected("What is the capital of France?", "not_found"),
    Expected("Who is the CEO of DeepSeek?", "not_found"),
    Expected("오늘 서울 날씨는?", "not_found"),
)


def paraphrases() -> tuple[Expected, ...]:
    lines = Path(__file__).with_name("paraphrases.jsonl").read_text("utf-8").splitlines()
    rows = map(json.loads, lines)
    return tuple(
        Expected(row["question"], row["status"], tuple(row.get("cites", ())), row.get("says", "")) for row in rows
    )


def answers(service: Service, asked: tuple[Expected, ...], use_model: bool = True) -> Iterator[tuple[Expected, Answer]]:
    for expected in asked:
        yield expected, service.ask(expected.question, use_model=use_model)


def main() -> None:
    it = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    it.add_argument("article")
    it.add_argument("--no-llm", action="store_true", help="only whether it is refused, and what is quoted")
    arguments = it.parse_args()
    with tempfile.TemporaryDirectory() as home, closing(Service(load(home))) as service:
        for outcome in service.ingest(read(arguments.article)):
            print(outcome.status, outcome.title)
        service.update_index()
        for name, asked in (("first questions", FIRST), ("paraphrases", paraphrases())):
            met = 0
            for expected, answer in answers(service, asked, not arguments.no_llm):
                met += expected.met(answer)
                _show(expected, answer)
            print(f"{name}: {met} of {len(asked)}\n")


def _show(expected: Expected, answer: Answer) -> None:
    print(f"{'  ' if expected.met(answer) else '! '}{answer.status:11} {expected.question}")
    for claim in answer.claims:
        print(f"      {claim.kind}: {claim.text} {list(claim.citations)}")
    for claim in answer.withheld:
        print(f"      withheld: {claim.text} {[f'{p.kind} {p.detail}' for p in claim.problems]}")
    for citation in answer.citations:
        print(f"      [{citation.n}] {citation.quote}")
    print(f"      {dict(answer.timings)}")


if __name__ == "__main__":
    main()
