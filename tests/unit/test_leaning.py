import pytest

from app.leaning import leans


@pytest.mark.parametrize(
    ("sentence", "leaning"),
    [
        ("She said that the pier would close.", True),
        ("“We cannot wait,” he said.", True),
        ("The wall held, he told the council.", True),
        ("그는 다리가 안전하다고 말했다.", True),
        ("회사는 전망을 유지했다.", True),
        ("The pier closed on Friday.", False),
        ("Alice Marlow said her town would pay.", False),
        ("다리가 열렸다.", False),
    ],
)
def test_a_sentence_leans_where_it_names_nobody_itself(sentence: str, leaning: bool) -> None:
    assert leans(sentence) is leaning
