"""Names by their sound, and speakers, of a real library, and of what comes into it later."""

from __future__ import annotations

import pytest

from app import heard
from app.heard import Heard
from ingest.ingestion import ingest
from ingest.library import Library
from ingest.names import Aliases
from ingest.records import Document

BRIDGE = """Bridge of Tarn to close

“The bridge is not safe,” said Helen Renshaw, the mayor of Tarn.
The river rose in May.
"""
FERRY = """여객선 운항 중단

셰리던 시장은 "배를 더 띄우겠다"고 말했다.
오즈번은 여객선을 타고 왔다.
"""
NONE = Aliases(())


@pytest.fixture
def names(library: Library, monkeypatch: pytest.MonkeyPatch) -> Heard:
    monkeypatch.setattr(heard, "_REST", 0.0)  # what is stored is known at once
    monkeypatch.setattr(heard, "_SHARE", 0)
    add(library, "bridge", BRIDGE)
    add(library, "ferry", FERRY)
    return Heard(library)


def add(library: Library, id_: str, text: str) -> None:
    (outcome,) = ingest(library, [Document(text, "text", id_, id=id_)])
    assert outcome.error is None


def test_a_name_is_heard_in_the_other_script(names: Heard) -> None:
    assert names.alike("렌쇼") == ("renshaw",)
    assert names.alike("sheridan") == ("셰리던",)


def test_listed_and_common_words_are_never_names(names: Heard) -> None:
    for word in ("bridge", "다리", "river", "the", "said", "Monday"):
        assert names.alike(word) == ()


def test_what_the_library_does_not_hold_is_not_heard(names: Heard) -> None:
    assert names.alike("하멜른") == names.alike("") == names.alike("560") == ()


def test_speakers_are_those_whom_a_name_may_mean(names: Heard, library: Library) -> None:
    assert "Helen Renshaw" in library.speakers()
    assert names.speakers(["Renshaw"], NONE) == ["Helen Renshaw"]
    assert names.speakers(["Helen Renshaw"], NONE) == ["Helen Renshaw"]
    assert names.speakers(["Osborne", "Tarn"], NONE) == names.speakers([], NONE) == []


def test_a_speaker_is_found_in_the_other_script_by_sound_and_by_its_pair(names: Heard, library: Library) -> None:
    assert names.speakers(["렌쇼"], NONE) == ["Helen Renshaw"]
    (said,) = names.speakers(["Sheridan"], NONE)
    assert "셰리던" in said
    assert names.speakers(["헬렌 경"], Aliases([("헬렌 경", "Helen Renshaw")])) == ["Helen Renshaw"]


def test_articles_that_come_and_go_are_noticed(names: Heard, library: Library) -> None:
    assert names.alike("딥시크") == ()
    add(library, "chips", "DeepSeek opens\n\n“We are hiring,” said Paula Snowden of DeepSeek.\n")
    assert names.alike("딥시크") == ("deepseek",)
    assert names.speakers(["스노든"], NONE) == ["Paula Snowden"]
    library.remove(["chips"])
    assert names.alike("딥시크") == ()
    assert names.speakers(["Snowden"], NONE) == []


def test_while_articles_come_in_the_index_is_not_built_for_each(library: Library) -> None:
    add(library, "bridge", BRIDGE)
    names = Heard(library)
    assert names.alike("렌쇼") == ("renshaw",)
    add(library, "ferry", FERRY)
    assert names.alike("sheridan") == ()  # not before the rest is over


def test_the_library_is_looked_at_only_for_what_may_be_a_name(library: Library) -> None:
    add(library, "bridge", BRIDGE)
    names = Heard(library)
    assert (names.alike("bridge"), names.speakers([], NONE), names._words) == ((), [], frozenset())
    assert names.alike("렌쇼") == ("renshaw",)


def test_vectors_bring_no_new_names(names: Heard, library: Library) -> None:
    assert names.alike("렌쇼") == ("renshaw",)
    before, generation = names._alike, library.generation()
    library.settle("encoder", [])
    assert library.generation() > generation
    assert names.alike("렌쇼") == ("renshaw",)
    assert names._alike is before


def test_nobody_waits_for_another_look(names: Heard, library: Library) -> None:
    assert names.alike("렌쇼") == ("renshaw",)
    with names._lock:  # as while another thread looks
        library.remove(["bridge"])
        assert names.alike("렌쇼") == ("renshaw",)
        assert names.speakers(["Renshaw"], NONE) == ["Helen Renshaw"]
    assert names.alike("렌쇼") == ()


def test_an_empty_library_has_no_names(library: Library) -> None:
    names = Heard(library)
    assert names.alike("렌쇼") == ()
    assert names.speakers(["Renshaw"], NONE) == []
