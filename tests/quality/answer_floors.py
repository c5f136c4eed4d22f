"""What of the answers has a floor, by direction, each higher the better:

    covered             shown and citing a gold sentence, of the answerable questions
    own sentence        ending on a sentence that the model wrote, of the same
    language            in the language of the question, of the same
    citation precision  citations that answer, of those in answers that are shown
    refused             near misses that are refused; their directions have nothing else
    no unstated figure  answers without a figure that the second checker finds nowhere in the evidence; of all, in the row `all`

A floor is what was measured less MARGIN: two in forty questions of a direction, as a draft may differ in a word from run to run. The lower ends
of the intervals lie much further down and would notice little. No figure may be unstated: that floor is 1.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from tests.quality import floors, retrieval_data
from tests.quality.answer_citations import Row, borne_out, is_shown
from tests.quality.answer_figures import is_covered, rung, speaks_its_language, wrong_figures

FILE = Path(__file__).with_name("answer_floors.json")
MARGIN = 0.05
WHOLE = ("no unstated figure",)
_OF_QUESTIONS: dict[str, Callable[[Row], bool]] = {
    "covered": is_covered,
    "own sentence": lambda row: rung(row) == "draft",
    "language": speaks_its_language,
}


def figures(rows: Sequence[Row]) -> dict[str, dict[str, float]]:
    """By direction and measure; what there is none of is not measured."""
    found: dict[str, dict[str, float]] = {}
    for direction in sorted({row["direction"] for row in rows}):
        group = [row for row in rows if row["direction"] == direction]
        asked = [row for row in group if row["answerable"]]
        misses = [row["answer"]["status"] == "not_found" for row in group if not row["answerable"]]
        cited = [right for row in asked if is_shown(row) for right in borne_out(row)]
        measured = {name: [bool(holds(row)) for row in asked] for name, holds in _OF_QUESTIONS.items()}
        measured |= {"citation precision": cited, "refused": misses}
        found[direction] = {name: sum(values) / len(values) for name, values in measured.items() if values}
    return found | {"all": {"no unstated figure": sum(not wrong_figures(row) for row in rows) / len(rows)}}


def made_with(folder: Path, rows: Sequence[Row], asked: str) -> dict[str, str]:
    """`asked` says which questions of the data. Raises SystemExit where the rows come from several models."""
    data = retrieval_data.load(folder, ["ntrexqa"]).checksum
    return {"data": data, "asked": asked, **floors.made_by(row["answer"]["fingerprint"] for row in rows)}
