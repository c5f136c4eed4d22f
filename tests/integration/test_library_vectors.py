"""The library keeps vectors, and knows what is yet to be encoded and placed."""

from __future__ import annotations

import numpy as np
import pytest

from ingest.library import Library
from ingest.records import Filters
from tests.integration.small_articles import store, unit


def test_vectors_come_back_nearly_as_they_were(library: Library) -> None:
    store(library, "a")
    one, two = library.passages_of("a", 1)
    passage, sentences = unit(384), unit(2, 384, seed=1)
    library.save_vectors("f", {one.id: (passage, sentences, passage), "gone@1:0-5": (passage, sentences, passage)})
    kept = library.passage_vectors("f", [one.id, two.id])
    assert kept.keys() == {one.id}
    assert float(kept[one.id] @ passage) > 0.999999
    by_sentence = library.sentence_vectors("f", [one.id])
    assert list(by_sentence) == [s.key for s in one.sentences]
    for vector, given_ in zip(by_sentence.values(), sentences, strict=True):
        assert vector.dtype == np.float32
        assert float(vector @ given_) > 0.9998
        assert abs(float(vector @ passage) - float(given_ @ passage)) < 0.002
    assert library.passage_vectors("another", [one.id]) == {}
    ids, matrix = library.filtered_vectors("f", Filters(articles=("a",)))
    assert (ids, matrix.shape) == ([one.id], (1, 384))
    assert library.filtered_vectors("f", Filters(articles=("b",)))[0] == []


def test_a_title_has_a_vector_beside_its_passages(library: Library) -> None:
    store(library, "a")
    one, two = library.passages_of("a", 1)
    passage, sentences, title = unit(384), unit(2, 384, seed=1), unit(384, seed=2)
    nameless = np.zeros(384, np.float32)
    library.save_vectors("f", {one.id: (passage, sentences, title), two.id: (passage, sentences, nameless)})
    kept = library.vectors("f", [one.id, two.id, "gone@1:0-5"])
    titles = dict(zip(kept.ids, kept.titles, strict=True))
    assert kept.titles.dtype == np.float32
    assert float(titles[one.id] @ title) > 0.999999
    assert not titles[two.id].any()
    assert kept.passages == pytest.approx(np.stack([passage, passage]), abs=1e-3)
    assert kept.sentences == pytest.approx(np.concatenate([sentences, sentences]), abs=2e-3)
    assert kept.counts == (2, 2)
    assert float(library.passage_vectors("f", [one.id])[one.id] @ passage) > 0.999999
    nothing = library.vectors("another", [one.id])
    assert (nothing.ids, nothing.counts, len(nothing.passages)) == ((), (), 0)


def test_pending_tells_what_is_to_be_done(library: Library) -> None:
    store(library, "a")
    store(library, "b")
    one, two = library.passages_of("a", 1)
    library.save_vectors("f", {one.id: (unit(8), unit(2, 8), unit(8))})
    b = tuple(p.id for p in library.passages_of("b", 1))
    library.remove(["b"])
    pending = library.pending("f")
    assert (pending.place, pending.encode, set(pending.drop)) == ((one.id,), (two.id,), set(b))
    library.settle("f", [one.id, *b])
    assert library.pending("f").encode == (two.id,)
    assert library.index_encoder() == "f"
    assert library.outbox_size() == 1


def test_old_versions_keep_no_vectors(library: Library) -> None:
    store(library, "a")
    old = [p.id for p in library.passages_of("a", 1)]
    library.save_vectors("f", {id_: (unit(8), unit(2, 8), unit(8)) for id_ in old})
    store(library, "a", ("둘째 판.",))
    assert library.passage_vectors("f", old) == {}
    assert library.sentence_vectors("f", old) == {}
    library.save_vectors("f", {id_: (unit(8), unit(2, 8), unit(8)) for id_ in old})  # encoded before, saved after
    assert library.problems() == []
