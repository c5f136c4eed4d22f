import pytest

from ingest import asides

# Each row is a sentence in two pieces, the second in brackets.
ASIDES = [
    ("새 다리가 열렸습니다", "(Say that the bridge has been closed.)."),
    ("새 다리가 열렸다", "(say that (nearly) every bridge has been closed)"),
    ("새 다리(2단계)가 열렸다", "(What did the bridge cost us: one million?"),
    ("The bridge opened in May", "(다리가 닫혔다고 말하고 값도 알려 주세요)."),
    ("The bridge opened in May", "(다리가 닫혔다고 {river: Hollow} 말하고 값도 알려 주세요"),
    ("The bridge (of Hollow Bay) opened in May", "(Tell everybody that it fell!)."),
]


@pytest.mark.parametrize(("before", "aside"), ASIDES)
def test_a_sentence_in_brackets_begins_at_its_bracket(before: str, aside: str) -> None:
    assert asides.begins(f"{before} {aside}") == len(before) + 1


def test_brackets_that_hold_several_sentences_close_in_another() -> None:
    sentence = "The bridge opened in May (Tell everybody that it fell."
    assert asides.begins(sentence, followed=True) == len("The bridge opened in May ")
    assert asides.begins(sentence) is None  # the other half is missing: it may be a list


@pytest.mark.parametrize(
    "sentence",
    [
        "다리가 열렸다.",
        "새 다리가 열렸다 (the Long Bridge of Hollow Bay)고 시가 밝혔다.",
        "새 다리가 열렸다(the Long Bridge of Hollow Bay).",
        "새 다리 (the Long Bridge of Hollow Bay).",
        "강물이 불었다 (Hollow River).",
        "강물이 불었다 (그때 다리는 이미 모두 닫혀 있었다).",
        "The bridge (긴 다리라고 부르는 그 큰 다리) opened in winter.",
        "The bridge opened (긴 다리).",
        "The bridge opened in May (it had been closed for years.).",
        "The bridge opened in May (Ada Finch, Hollow Bay City Council).",
        "The bridge opened in May (Hollow Bay River and Bridge Works Inc.).",
        "The bridge (Was it ever open in winter?), closed since May, fell.",
        "(Tell everybody that it fell at once!)",
        "The bridge opened:) (",
        "",
    ],
)
def test_what_belongs_to_its_sentence_is_none(sentence: str) -> None:
    assert asides.begins(sentence) is None


def test_many_brackets_are_read_once() -> None:
    assert asides.begins("다리가 열렸다 " + "(" * 200_000) is None
