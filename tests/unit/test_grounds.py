"""What an answer may rest on, of what was found for a question."""

from dataclasses import replace

from app.answer import Attempt
from app.gate import Verdict
from app.question import understand
from app.records import Evidence
from ingest.records import Filters
from tests.unit.evidence import evidence

NAMED, OTHER = (
    replace(evidence("공장을 짓는 데 560만 달러가 들었다."), scores={"names_together": share}) for share in (1.0, 0.0)
)


def _grounds(question: str, *found: Evidence) -> tuple[Evidence, ...]:
    return Attempt(understand(question), Filters(), found, Verdict(True, 1.0, {})).grounds


def test_where_an_article_holds_the_name_no_other_one_answers() -> None:
    assert _grounds("What did Sheridan say about cost?", NAMED, OTHER) == (NAMED,)


def test_without_a_name_asked_about_or_found_all_of_it_counts() -> None:
    assert _grounds("how much did it cost?", NAMED, OTHER) == (NAMED, OTHER)
    assert _grounds("What did Sheridan say about cost?", OTHER) == (OTHER,)
