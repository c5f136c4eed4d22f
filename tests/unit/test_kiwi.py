from concurrent.futures import ThreadPoolExecutor

from ingest.kiwi import morphemes, shared, tokens


def test_one_analyser_for_all_threads() -> None:
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: shared(), range(8)))
    assert len({id(one) for one in found}) == 1


def test_threads_agree() -> None:
    text = "하늘시가 새 다리를 열었다고 시장이 말했다."

    def tokens(_: int) -> list[str]:
        return [f"{token.form}/{token.tag}" for token in shared().tokenize(text)]

    with ThreadPoolExecutor(4) as pool:
        assert len({tuple(found) for found in pool.map(tokens, range(20))}) == 1


def test_morphemes_carry_the_sentences_that_the_analyser_splits() -> None:
    text = "다리가 열렸다 차는 아직 못 다닌다. 시장은 “곧 연다”고 말했다. 값은 3.5억 원이다"
    first = {one.sentence: one.start for one in reversed(morphemes(text))}
    assert [first[n] for n in sorted(first)] == [one.start for one in shared().split_into_sents(text)]
    assert len(first) > 2


def test_a_text_read_again_gives_the_same_and_cannot_be_changed() -> None:
    text = "하늘시가 새 다리를 열었다."
    before = morphemes(text)
    assert isinstance(before, tuple)
    assert all(isinstance(one, tuple) for one in before)
    assert [(one.form, one.tag, one.start, one.length) for one in before] == list(tokens(text))
    assert morphemes(text) is before
