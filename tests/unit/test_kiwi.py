from concurrent.futures import ThreadPoolExecutor

from ingest.kiwi import VERSION, shared


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


def test_version_names_analyser_and_model() -> None:
    assert VERSION.startswith("kiwipiepy-")
    assert "model-" in VERSION
