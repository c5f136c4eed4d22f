"""The encoder over a tiny model with the real one's layout, and over the pulled one where it is there."""

from __future__ import annotations

import json
import threading
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ingest import packed_e5, settings
from ingest.encoder import Encoder, PassageText, load_encoder
from ingest.errors import ModelError
from ingest.settings import Settings
from tests import tiny_e5

SENTENCES = ["나는 바다가 하나다.", "abc de, 12 ab.", "사자가 카나를 타자, 바다라 하.", "z9 하하 마마."]


def _passage(*sentences: str, title: str = "가나 ab") -> PassageText:
    spans, text = [], ""
    for sentence in sentences:
        spans.append((len(text), len(text) + len(sentence)))
        text += sentence + " "
    return PassageText(title, text.rstrip(), tuple(spans))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("models")
    tiny_e5.write_packed(where / "tiny.bin")
    packed_e5.unpack(where / "tiny.bin", where / "tiny")
    return where / "tiny"


def _settings(encoder: object, **other: str) -> Settings:
    return replace(settings.load(), encoder=str(encoder), threads=2, **other)


@pytest.fixture(scope="module")
def tiny(folder: Path) -> Encoder:
    return load_encoder(_settings(folder))


def _assert_unit(vectors: np.ndarray) -> None:
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=-1), 1, atol=1e-5)  # a NaN fails here too


def test_a_plain_sentence_transformer_reads_the_folder_alike(folder: Path, tiny: Encoder) -> None:
    from sentence_transformers import SentenceTransformer

    plain = SentenceTransformer(str(folder), local_files_only=True)
    np.testing.assert_allclose(tiny.encode_questions(SENTENCES), plain.encode_query(SENTENCES), atol=1e-6)
    np.testing.assert_allclose(tiny.encode_texts(SENTENCES), plain.encode_document(SENTENCES), atol=1e-6)


def test_texts_keep_their_order_and_nothing_gives_nothing(tiny: Encoder) -> None:
    texts = [SENTENCES[i % 4][: 3 + i] for i in range(21)]  # lengths and batches of many kinds
    together = tiny.encode_texts(texts)
    _assert_unit(together)
    for text, vector in zip(texts, together, strict=True):
        np.testing.assert_allclose(vector, tiny.encode_texts([text])[0], atol=1e-5)
    assert tiny.encode_texts([]).shape == tiny.encode_questions([]).shape == (0, tiny.dimensions)
    assert tiny.encode_passages([]) == []
    _assert_unit(tiny.encode_texts(["", " ", "\u200b"]))


def test_a_sentence_is_the_mean_of_its_own_tokens_behind_its_title(folder: Path, tiny: Encoder) -> None:
    from sentence_transformers import SentenceTransformer

    plain = SentenceTransformer(str(folder), local_files_only=True)
    passage = _passage(*SENTENCES[:3])
    (found,) = tiny.encode_passages([passage])
    for vector, sentence in zip(found.sentences, SENTENCES[:3], strict=True):
        read = f"passage: {passage.title}\n{sentence}"
        tokens = plain.encode([read], prompt="", output_value="token_embeddings")[0].numpy()
        encoding = plain.tokenizer(read)
        from_to = [encoding.token_to_chars(i) for i in range(len(tokens))]  # None for special tokens
        inside = [i for i, at in enumerate(from_to) if at and at.end > len(read) - len(sentence)]
        mean = tokens[inside].mean(axis=0)
        np.testing.assert_allclose(vector, mean / np.linalg.norm(mean), atol=1e-5)
        assert vector @ tiny.encode_texts([sentence])[0] < 0.9999  # the title shows


def test_a_sentence_does_not_depend_on_its_neighbours(tiny: Encoder) -> None:
    (whole,) = tiny.encode_passages([_passage(*SENTENCES)])
    for sentence, vector in zip(SENTENCES, whole.sentences, strict=True):
        (alone,) = tiny.encode_passages([_passage(sentence)])
        np.testing.assert_allclose(alone.sentences[0], vector, atol=1e-5)
        np.testing.assert_allclose(alone.passage, vector, atol=1e-5)


def test_a_passage_is_the_mean_of_its_sentences_by_their_length(tiny: Encoder) -> None:
    passage = _passage(*SENTENCES)
    (found,) = tiny.encode_passages([passage])
    mean = sum(len(sentence) * vector for sentence, vector in zip(SENTENCES, found.sentences, strict=True))
    np.testing.assert_allclose(found.passage, mean / np.linalg.norm(mean), atol=1e-5)
    _assert_unit(found.passage)


def test_a_title_has_a_vector_of_its_own_and_none_has_zeros(tiny: Encoder) -> None:
    titles = ["가나 ab", "", "12 사자", "가나 ab", " "]
    found = tiny.encode_passages([_passage(*SENTENCES[:2], title=title) for title in titles])
    named = tiny.encode_texts(titles)
    for i in (0, 2, 3):
        np.testing.assert_allclose(found[i].title, named[i], atol=1e-5)
    for i in (1, 4):
        assert found[i].title.dtype == np.float32
        assert found[i].title.tolist() == [0] * tiny.dimensions
        _assert_unit(found[i].sentences)
        _assert_unit(found[i].passage)


def test_passages_of_many_lengths_keep_their_order(tiny: Encoder) -> None:
    passages = [_passage(*SENTENCES[: i % 3], title="a" * i) for i in range(19)]
    together = tiny.encode_passages(passages)
    for passage, found in zip(passages, together, strict=True):
        (alone,) = tiny.encode_passages([passage])
        assert found.sentences.shape == (len(passage.spans), tiny.dimensions)
        np.testing.assert_allclose(found.passage, alone.passage, atol=1e-5)
        np.testing.assert_allclose(found.sentences, alone.sentences, atol=1e-5)


def test_of_a_long_title_its_beginning_is_read_before_a_sentence_and_all_of_it_alone(tiny: Encoder) -> None:
    korean, english = "가 " * 99, "ab " * 99
    for long, begun in ((korean, korean[:14].strip()), (english, english[:28].strip())):
        (found,), (expected,) = (tiny.encode_passages([_passage(*SENTENCES, title=title)]) for title in (long, begun))
        np.testing.assert_allclose(found.sentences, expected.sentences, atol=1e-5)
        np.testing.assert_allclose(found.title, tiny.encode_texts([long])[0], atol=1e-5)


def test_of_a_sentence_past_the_token_limit_its_beginning_is_read(tiny: Encoder) -> None:
    begins = "abc de 12 ab 나는 하나다 " * 3
    one, other = tiny.encode_passages([_passage(begins + "z9 z9"), _passage(begins + "마마")])
    _assert_unit(one.sentences)
    np.testing.assert_allclose(one.sentences, other.sentences, atol=1e-5)
    (shorter,) = tiny.encode_passages([_passage("마마")])
    assert one.sentences[0] @ shorter.sentences[0] < 0.9999


def test_of_a_very_long_title_a_sentence_is_told_the_beginning(tiny: Encoder) -> None:
    gap = " " * 200  # which the tokenizer makes one: both titles would fit
    titles = ("가나", f"가나{gap}ab", f"가나{gap}사자")
    short, one, other = tiny.encode_passages([_passage(*SENTENCES, title=title) for title in titles])
    np.testing.assert_allclose(one.sentences, other.sentences, atol=1e-5)
    np.testing.assert_allclose(one.sentences, short.sentences, atol=1e-5)
    assert one.title @ other.title < 0.9999


def test_sentences_that_hold_no_token_have_a_vector(tiny: Encoder) -> None:
    (found,) = tiny.encode_passages([PassageText("", "ab \u200b", ((0, 2), (3, 4), (4, 4)))])
    _assert_unit(found.sentences)


def test_without_mean_pooling_a_sentence_is_read_as_one_text_with_its_title(folder: Path, tmp_path: Path) -> None:
    other = _copy(folder, tmp_path / "cls")
    (other / "1_Pooling/config.json").write_text(
        json.dumps({"word_embedding_dimension": tiny_e5.HIDDEN, "pooling_mode_cls_token": True})
    )
    encoder = load_encoder(_settings(other))
    titled, untitled = encoder.encode_passages([_passage(*SENTENCES), _passage(*SENTENCES, title="")])
    behind = encoder.encode_texts([f"가나 ab\n{sentence}" for sentence in SENTENCES])
    np.testing.assert_allclose(titled.sentences, behind, atol=1e-5)
    np.testing.assert_allclose(untitled.sentences, encoder.encode_texts(SENTENCES), atol=1e-5)
    _assert_unit(titled.passage)
    np.testing.assert_allclose(titled.title, encoder.encode_texts(["가나 ab"])[0], atol=1e-5)
    assert encoder.fingerprint != load_encoder(_settings(folder)).fingerprint


def test_the_fingerprint_follows_weights_and_prompts(folder: Path, tiny: Encoder, tmp_path: Path) -> None:
    assert load_encoder(_settings(_copy(folder, tmp_path / "same"))).fingerprint == tiny.fingerprint
    tiny_e5.write_packed(tmp_path / "other.bin", seed=8)
    packed_e5.unpack(tmp_path / "other.bin", tmp_path / "other")
    found = {
        tiny.fingerprint,
        load_encoder(_settings(tmp_path / "other")).fingerprint,
        load_encoder(_settings(folder, encoder_question_prompt="ask: ")).fingerprint,
        load_encoder(_settings(folder, encoder_passage_prompt="ask: ")).fingerprint,
    }
    assert len(found) == 4


def test_a_prompt_from_the_settings_replaces_the_models(folder: Path, tiny: Encoder) -> None:
    swapped = load_encoder(_settings(folder, encoder_question_prompt="passage: ", encoder_passage_prompt="query: "))
    np.testing.assert_allclose(swapped.encode_questions(SENTENCES), tiny.encode_texts(SENTENCES), atol=1e-6)
    np.testing.assert_allclose(swapped.encode_texts(SENTENCES), tiny.encode_questions(SENTENCES), atol=1e-6)


def test_several_threads_get_what_one_gets(tiny: Encoder) -> None:
    passages = [_passage(*SENTENCES[: 1 + i % 4]) for i in range(12)]
    expected = tiny.encode_questions(SENTENCES), [found.sentences for found in tiny.encode_passages(passages)]
    differences: list[float] = []

    def ask() -> None:
        for _ in range(5):
            differences.append(float(np.abs(tiny.encode_questions(SENTENCES) - expected[0]).max()))

    def ingest() -> None:
        for found, sentences in zip(tiny.encode_passages(passages), expected[1], strict=True):
            differences.append(float(np.abs(found.sentences - sentences).max()))

    callers = [threading.Thread(target=target) for target in (ask, ingest, ask, ingest)]
    for caller in callers:
        caller.start()
    for caller in callers:
        caller.join(60)
    assert len(differences) == 2 * 5 + 2 * len(passages)
    assert max(differences) < 1e-5


def test_an_encoder_that_is_not_there_is_said_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="geungeo models pull multilingual-e5-small"):
        load_encoder(replace(settings.load(), encoder="default", models=tmp_path))
    with pytest.raises(ModelError, match="no encoder at"):
        load_encoder(_settings(tmp_path / "nowhere"))
    (tmp_path / "empty").mkdir()
    with pytest.raises(ModelError, match="Correct the setting encoder"):
        load_encoder(_settings(tmp_path / "empty"))


def test_broken_weights_are_a_model_error(folder: Path, tmp_path: Path) -> None:
    broken = _copy(folder, tmp_path / "broken")
    (broken / packed_e5.WEIGHTS).write_bytes((broken / packed_e5.WEIGHTS).read_bytes()[:5000])
    with pytest.raises(ModelError, match="cannot be loaded") as caught:
        load_encoder(_settings(broken))
    assert "\n" not in str(caught.value)


def _copy(folder: Path, to: Path) -> Path:
    (to / "1_Pooling").mkdir(parents=True)
    for name in packed_e5.FILES:
        (to / name).write_bytes((folder / name).read_bytes())
    return to


@pytest.fixture(scope="module")
def default() -> Encoder:
    return load_encoder(replace(settings.load(), encoder="default"))


@pytest.mark.encoder
def test_the_pulled_encoder_agrees_with_its_own_engine(default: Encoder) -> None:
    rows = json.loads((Path(__file__).parents[1] / "fixtures/e5_vectors.json").read_text("utf-8"))
    assert len(rows) == 8
    for row in rows:
        encode = default.encode_questions if row["kind"] == "query" else default.encode_texts
        vector = np.array(row["vector"]) / np.linalg.norm(row["vector"])
        assert float(encode([row["text"]])[0] @ vector) >= 0.999, row["text"]


@pytest.mark.encoder
def test_a_question_is_nearest_to_its_answer(default: Encoder) -> None:
    passage = _passage(
        "The council put off the bridge by two years.",
        "The postponement costs about 4.1 million euros.",
        "A ferry will run every twelve minutes until the bridge opens.",
        title="Council puts off the bridge",
    )
    other = _passage("섬마을 초등학교가 4년 만에 문을 열었다.", "올해 입학생은 모두 세 명이다.", title="섬마을 학교")
    bridge, school = default.encode_passages([passage, other])
    for found in (bridge, school):
        _assert_unit(found.passage)
        _assert_unit(found.sentences)
    ferry, pupils = default.encode_questions(["How often does the ferry run?", "올해 입학한 학생은 몇 명인가?"])
    assert ferry @ bridge.passage > ferry @ school.passage
    assert pupils @ school.passage > pupils @ bridge.passage
    assert int(np.argmax(ferry @ bridge.sentences.T)) == 2
    assert int(np.argmax(pupils @ school.sentences.T)) == 1
