"""What is rare tells where it meets; what is everywhere meets by chance."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from app.counts import Counts
from app.heard import Heard
from app.question import understand
from app.surprisal import Surprisal
from app.words import Words
from ingest.ingestion import ingest
from ingest.library import Library
from ingest.names import Aliases
from ingest.records import Document
from tests.fakes import BagEncoder
from tests.unit.evidence import evidence

EVERYWHERE = "The council met in Texas on Tuesday to talk about the war."
QUILL = "The quill was carved by a forger in his attic."
NO_NAMES = Aliases()
# Of a library of 41 passages: nothing held, as much as one passage would by chance, and the most that counts.
NOTHING, EVEN, MOST = ((41 * plain + 20 * 0.5) / 61 for plain in (-1.0, 0.0, 1.25))


@pytest.fixture
def library(home: Path) -> Iterator[Library]:
    with Library.open(home) as library:
        texts = {f"plain-{number}": f"Report {number}\n\n{EVERYWHERE}\n" for number in range(40)}
        texts["quill"] = f"A quill for the museum\n\n{QUILL}\n"
        documents = [Document(raw=raw, format="text", source="-", id=id) for id, raw in texts.items()]
        assert {outcome.status for outcome in ingest(library, documents)} == {"new"}
        yield library


def told(
    library: Library,
    asked: str,
    *texts: str,
    missing: Mapping[str, set[str]] | None = None,
    aliases: Aliases = NO_NAMES,
) -> list[float]:
    """By text, each chosen of an article of its own."""
    chosen = [evidence(text, article_id=str(place)) for place, text in enumerate(texts)]
    lacking = {item.article.id: (missing or {}).get(item.article.id, set()) for item in chosen}
    surprisal = Surprisal(Words(BagEncoder()), Counts(library), Heard(library))
    return list(surprisal.of(understand(asked), chosen, lacking, aliases).values())


def test_without_a_word_of_it_nothing_is_told(library: Library) -> None:
    (found,) = told(library, "Which zither did the wizard tune?", EVERYWHERE)
    assert NOTHING <= found < NOTHING + 0.2


def test_what_every_article_holds_tells_next_to_nothing(library: Library) -> None:
    (found,) = told(library, "did the council talk about the war?", EVERYWHERE)
    assert NOTHING < found < NOTHING + 0.1


def test_what_one_article_alone_holds_tells_much(library: Library) -> None:
    plain, quill = told(library, "Which quill was carved in the attic?", EVERYWHERE, QUILL)
    assert plain < EVEN
    assert quill == MOST  # three words, each of which one passage of 41 holds, and no more than may be counted


def test_all_that_was_chosen_of_an_article_counts_as_one(library: Library) -> None:
    chosen = [evidence(text) for text in ("The quill was sold.", "It came from an attic.")]
    surprisal = Surprisal(Words(BagEncoder()), Counts(library), Heard(library))
    asked = understand("Which quill came from the attic?")
    none = {chosen[0].article.id: set[str]()}
    (both,) = surprisal.of(asked, chosen, none, NO_NAMES).values()
    (one,) = surprisal.of(asked, chosen[:1], none, NO_NAMES).values()
    assert one < both


def test_a_name_counts_where_it_is_not_missing_and_once_for_all_its_words(library: Library) -> None:
    asked = "What did Ordel Vantongeren say?"
    here, missing = told(library, asked, EVERYWHERE, EVERYWHERE, missing={"1": {"Ordel Vantongeren"}})
    (short,) = told(library, "What did Vantongeren say?", EVERYWHERE)
    assert missing == NOTHING
    assert here == short == pytest.approx(EVEN)  # no passage has it, and one of 41 would have it by chance


def test_names_that_share_a_word_count_once(library: Library) -> None:
    once, twice = (
        told(library, asked, EVERYWHERE)
        for asked in ("What did Ordel Vantongeren do?", "What did Ordel Vantongeren do to Vantongeren's wife?")
    )
    assert once == twice


def test_a_form_of_a_name_is_as_rare_as_its_rarest_word(library: Library) -> None:
    """Every passage has "council", and none "Quillon"."""
    known = Aliases([("퀼론", "Quillon Council")])
    (alone,), (aliased,) = (
        told(library, "퀼론은 어디에 있나요?", EVERYWHERE, aliases=names) for names in (NO_NAMES, known)
    )
    assert alone == aliased


def test_a_word_is_as_common_as_all_that_stands_for_it_in_the_other_language(library: Library) -> None:
    common, rare = (
        told(library, "전쟁은 왜 일어났나요?", "전쟁이 일어났다."),
        told(library, "깃펜은 왜 부러졌나요?", "깃펜이 부러졌다."),
    )
    assert common < rare  # every passage speaks of war, and none of a quill that breaks


def test_a_library_of_one_passage_can_hardly_tell_what_is_rare(home: Path) -> None:
    with Library.open(home) as library:
        ingest(library, [Document(raw=f"A quill\n\n{QUILL}\n", format="text", source="-", id="quill")])
        held, nothing = told(library, "Which quill was carved in the attic?", QUILL, EVERYWHERE)
    assert 0.4 < nothing <= held < 0.6


def test_no_sentence_is_no_figure(library: Library) -> None:
    assert told(library, "Which quill?") == []
