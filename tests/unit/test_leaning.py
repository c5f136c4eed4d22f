import pytest

from app.leaning import goes_on, leans


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


@pytest.mark.parametrize(
    ("sentence", "going_on"),
    [
        ("She said that the pier would close.", True),
        ("Neither was hurt.", True),
        ("If that holds, the pier will open.", True),
        ("If Alice Marlow agrees, the pier will open.", False),
        ("길이 80m인 이 배는 암초에 걸렸다.", True),
        ("올해 이 달의 배는 없다.", False),
        ("Alice Marlow, who heads the union there, sent a letter.", True),
        ("In Marlow there is a pier.", False),
        ("표를 다시 팔 생각이냐는 물음에는 답하지 않았다.", True),
        ("“다리가 낡았다”고 잘라 말했다.", True),
        ("다리가 낡았다고 잘라 말했다.", False),
        ("표값은 그대로 두었다.", False),
    ],
)
def test_a_sentence_goes_on_where_it_points_back_or_has_no_subject(sentence: str, going_on: bool) -> None:
    assert goes_on(sentence) is going_on
