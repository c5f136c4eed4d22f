from pathlib import Path

from app.counts import Counts, rarity
from ingest.ingestion import ingest
from ingest.library import Library
from ingest.sources import paste


def test_counts_are_those_of_the_library_as_it_is_now(home: Path) -> None:
    with Library.open(home) as library:
        counts = Counts(library)
        assert counts.of(["harbour"]) == (0, {"harbour": 0})
        list(ingest(library, [paste("Harbour news\n\nThe harbour closes in March.")]))
        assert counts.of(["harbour", "ferry"]) == (1, {"harbour": 1, "ferry": 0})
        list(ingest(library, [paste("Ferry news\n\nThe ferry stays in the harbour.")]))
        assert counts.of(["harbour", "ferry"]) == (2, {"harbour": 2, "ferry": 1})


def test_an_unchanged_library_is_counted_once(home: Path) -> None:
    asked: list[str] = []
    with Library.open(home) as library:
        list(ingest(library, [paste("Harbour news\n\nThe harbour closes in March.")]))
        counts = Counts(library)
        counts.of(["harbour"])
        with library._connections.read() as db:
            db.set_trace_callback(asked.append)
            assert counts.of(["harbour", "march"]) == (1, {"harbour": 1, "march": 1})
            db.set_trace_callback(None)
    assert len([statement for statement in asked if "count(*)" in statement]) == 1


def test_a_word_that_came_in_after_the_passages_were_counted_is_common() -> None:
    assert rarity(0, 1) == rarity(3, 5) == 1e-6
    assert rarity(10, 1) > rarity(10, 2)
