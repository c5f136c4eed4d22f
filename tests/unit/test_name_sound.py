"""Which words of the other script a name is heard in, and which only sound a little like it."""

import pytest

from ingest.names import Aliases, missing_names


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("그는 오레곤의 주도에 갔다.", "Are they paid?"),  # 오레 sounds like Are, and 곤 is nothing that follows a name
        ("글리에가 방영됐다.", "Grew tired of it."),
        ("줄리엣은 떠났다.", "The series ended."),
        ("그는 슈퍼볼에 나갔다.", "The Bowl was full."),
        ("그는 샌프란시스코에 갔다.", "He went to San Diego."),
        ("그는 황하를 건넜다.", "He crossed the Red River."),
        (
            "“Nightmare Return to Ashdown”에서 그가 나온다.",
            "He appears in it.",
        ),  # a title in its own language is not translated
    ],
)
def test_a_korean_name_is_not_held_by_what_sounds_a_little_like_it(claim: str, source: str) -> None:
    assert missing_names(claim, "ko", source, "en", Aliases())


@pytest.mark.parametrize(
    ("korean", "english"),
    [
        ("웰스파고", "Wells Fargo"),
        ("데일리메일", "Daily Mail"),
        ("레이디가가", "Lady Gaga"),
        ("빌 게이츠", "Bill Gates"),
        ("디스커버리호", "Discovery"),
        ("마오리족", "Maori"),
        ("휴고상", "Hugo"),
        ("골드만삭스", "Goldman Sachs"),
    ],
)
def test_a_name_of_common_words_is_heard_in_another_script(korean: str, english: str) -> None:
    claim, source = f"{korean}의 발표가 있었다고 한다.", f"There was, it is said, a note by {english} on it."
    assert missing_names(claim, "ko", source, "en", Aliases()) == []


def test_a_title_that_is_a_sentence_stands_word_for_word() -> None:
    claim = "Dory Vale sang You Can Keep Your Coat On."
    assert [n.text for n in missing_names(claim, "en", "Dory Vale: can you keep your seat on?", "en", Aliases())] != []
    assert missing_names(claim, "en", "Dory Vale sang 'You can keep your coat on'.", "en", Aliases()) == []
