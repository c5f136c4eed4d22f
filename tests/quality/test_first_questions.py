"""The first questions and their paraphrases, over the sample article, with the real models."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from importlib import resources
from pathlib import Path

import pytest

from app.service import Service
from ingest.settings import load
from ingest.sources import read
from tests.quality.first_questions import FIRST, answers, paraphrases

PARAPHRASES = 15  # of 20; written before the code, but their failures were looked at while it was written
pytestmark = [pytest.mark.encoder, pytest.mark.chat_model, pytest.mark.timeout(1800)]


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    home: Path = tmp_path_factory.mktemp("first")
    with closing(Service(load(home))) as service:
        article = resources.files("ingest") / "samples" / "deepseek-r1-cost.md"
        assert [outcome.status for outcome in service.ingest(read(str(article)))] == ["new"]
        service.update_index()
        yield service


@pytest.mark.parametrize("expected", FIRST, ids=lambda expected: expected.question)
def test_first_question(service: Service, expected) -> None:
    answer = service.ask(expected.question)
    assert expected.met(answer), (answer.status, answer.text)


def test_paraphrases_go_the_same_way(service: Service) -> None:
    missed = [
        (expected.question, answer.status, answer.text)
        for expected, answer in answers(service, paraphrases())
        if not expected.met(answer)
    ]
    assert 20 - len(missed) >= PARAPHRASES, missed
