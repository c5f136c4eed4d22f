import pytest

from ingest.quotation import MAX_LENGTH, is_open, quotations


def quoted(line: str) -> list[str]:
    return [line[start:end] for start, end in quotations(line)]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("“가”라고 했다.", ["“가”"]),
        ('"가"라고 했다. "나"도', ['"가"', '"나"']),
        ('"가”라고 하고 “나"라고 했다.', ['"가”', '“나"']),
        ("그는 '다리'를 말했다.", ["'다리'"]),
        ("“그는 ‘안’을 보았다”고", ["‘안’", "“그는 ‘안’을 보았다”"]),
        ("The players' union didn't say 'no'.", ["'no'"]),
        ("It was 5' 10\" tall.", []),
        ("no marks", []),
    ],
)
def test_quotations(line: str, found: list[str]) -> None:
    assert quoted(line) == found


def test_a_mark_never_closed_swallows_nothing() -> None:
    assert quotations('"' + "가" * MAX_LENGTH + ' 끝" 다음') == []


def test_is_open() -> None:
    assert is_open('그는 "다리가')
    assert not is_open('그는 "다리가 열렸다"고')
    assert not is_open('다리가 열렸다" 하고')
