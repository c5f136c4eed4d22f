"""Who denies what the source affirms."""

import pytest

from app.negation import contradicts, negates


@pytest.mark.parametrize(
    ("text", "language", "denies"),
    [
        ("전체 비용을 대표하지 않을 가능성이 높다", "ko", True),
        ("계획은 없다고 밝혔다", "ko", True),
        ("문을 열지 못했다", "ko", True),
        ("비용이 크게 늘었다", "ko", False),
        ("다리는 80m밖에 되지 않는다", "ko", False),
        ("표를 팔지 말지 정한다", "ko", False),
        ("두 시간이 채 안 됐다", "ko", False),
        ("시가 내지 않는 나머지는 주민이 낸다", "ko", False),
        ("집 밖에 나가지 않았다", "ko", True),
        ("안전한 다리를 지었다", "ko", False),
        ("The plan will not go ahead.", "en", True),
        ("It didn't rain.", "en", True),
        ("The cost is unlikely to fall.", "en", True),
        ("The plan goes ahead on Monday.", "en", False),
        ("Notable gains were made.", "en", False),
    ],
)
def test_negates(text: str, language: str, denies: bool) -> None:
    assert negates(text, language) is denies


def test_a_denial_of_what_is_affirmed_contradicts() -> None:
    assert contradicts("The plant will not open in May.", "en", "공장은 5월에 문을 연다.", "ko")
    assert not contradicts("The plant will not open in May.", "en", "공장은 5월에 문을 열지 않는다.", "ko")


@pytest.mark.parametrize(
    "source",
    ["홀린베일 학교 책임자는 아이를 찾을 수 없다고 말했다.", "The head of Hollin Vale cannot find the children."],
)
def test_a_name_alone_affirms_nothing(source: str) -> None:
    assert not contradicts("홀린베일 학교 책임자", "ko", source, "en" if source[0] == "T" else "ko")


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("두 번째 카드는 반칙.", "The second card was not a foul."),
        ("두 공장 폐쇄.", "Neither plant will be closed."),
        ("부두에 투자.", "The harbour was not invested in."),
        ("폭풍은 인재.", "The storm was not man-made."),
    ],
)
def test_a_headline_affirms_without_a_verb(claim: str, source: str) -> None:
    assert contradicts(claim, "ko", source, "en")


def test_an_affirmation_may_rest_on_another_clause() -> None:
    assert not contradicts(
        "The firm used open software.", "en", "비용은 전체가 아니며, 회사는 공개 소프트웨어를 썼다.", "ko"
    )


@pytest.mark.parametrize(
    ("claim", "language", "source", "written_in"),
    [
        ("DeepSeek said it would raise prices.", "en", "DeepSeek said it would not raise prices.", "en"),
        ("은행은 금리를 올리겠다고 밝혔다.", "ko", "은행은 금리를 올리지 않겠다고 밝혔다.", "ko"),
        ("The bank will raise its rate.", "en", "은행은 금리를 올리지 않는다.", "ko"),
        ("그는 판결했다.", "ko", "The judge has yet to rule.", "en"),
        ("The board accepted the plan.", "en", "그 안은 이사회에서 거부됐다.", "ko"),
        ("The insurers paid.", "en", "보험사는 지급을 거절해 논란이 됐다.", "ko"),
        ("He admits the theft.", "en", "그는 절도를 부인한다.", "ko"),
    ],
)
def test_a_dropped_negation_contradicts(claim: str, language: str, source: str, written_in: str) -> None:
    assert contradicts(claim, language, source, written_in)


def test_what_only_looks_like_a_negation_denies_nothing() -> None:
    assert not negates("값을 올릴 수밖에 없다고 말했다", "ko")
    assert not negates("It is not only cheap but fast.", "en")
    assert not negates("She couldn't help but laugh.", "en")
    assert negates("She couldn't help him.", "en")


@pytest.mark.parametrize(
    ("claim", "source", "language", "denied"),
    [
        ("The bank did not change its rate.", "The bank left its rate at 3%.", "en", False),
        ("He would not say when it opens.", "He declined to say when it opens.", "en", False),
        ("The captain may not leave.", "The captain is barred from leaving.", "en", False),
        ("The study examined strong storms.", "The study did not examine strong storms.", "en", True),
        ("The crew was not questioned and left.", "The crew was questioned and left.", "en", True),
        ("값은 그대로가 아니다.", "값은 그대로다.", "ko", True),
        ("요금이 오르지 않았다.", "요금이 올랐다.", "ko", True),
        ("요금이 오르지 않았다.", "요금은 작년과 같았다.", "ko", False),
        ("The ferry arrived on Friday.", "The ferry, which did not stop at Halden, arrived on Friday.", "en", False),
        ("The ferry stopped at Halden.", "The ferry, which did not stop at Halden, arrived on Friday.", "en", True),
        ("The bank would raise its rate.", "The bank did not say it would raise its rate.", "en", True),
        ("No decision was made on the quay.", "The city did not make a decision on the quay.", "en", False),
        ("A decision was made on the quay.", "The city did not make a decision on the quay.", "en", True),
        ("The bus was made in Halden.", "The bus was not made in Halden.", "en", True),
        ("They had not managed a single shot.", "They did not have a shot.", "en", False),
        ("They managed a single shot.", "They did not have a shot.", "en", True),
        ("The judge has not ruled on the case.", "The judge has yet to rule on the case.", "en", False),
        ("The judge has ruled on the case.", "The judge has yet to rule on the case.", "en", True),
        ("The captain is a hero of the town.", "The captain is an unlikely hero of the town.", "en", False),
        ("The river is likely to flood.", "The river is unlikely to flood.", "en", True),
        ("The vote is on Friday.", "The vote is no later than Friday.", "en", False),
        ("The vote is on Friday.", "The vote is not on Friday.", "en", True),
        ("시는 계획을 공개한 적이 한 번도 없다.", "시는 계획을 한 번도 공개하지 않았다.", "ko", False),
        ("시는 계획을 공개한 적이 있다.", "시는 계획을 한 번도 공개하지 않았다.", "ko", True),
        ("그는 과학자로 나왔다.", "그는 어디에도 없을 법한 과학자로 나왔다.", "ko", False),
        ("그는 과학자로 나왔다.", "그는 과학자로 나오지 않았다.", "ko", True),
        ("비용이 많이 들었다.", "적지 않은 비용이 들었다.", "ko", False),
        ("비용이 들었다.", "비용이 들지 않았다.", "ko", True),
        (
            "The Reeds promised a free ferry in their campaign.",
            "The Alders would not be the first to want it, with the Reeds promising a free ferry in their campaign.",
            "en",
            False,
        ),
        (
            "The mayor welcomed the vote.",
            "The board did not take the plan, and the mayor welcomed the vote.",
            "en",
            False,
        ),
        ("The board took the plan.", "The board did not take the plan, and the mayor welcomed the vote.", "en", True),
        (
            "“We are,” said Ms Reed, who has led the firm from Halden since May of last year.",
            "“We are not,” said Ms Reed, who has led the firm from Halden since May of last year.",
            "en",
            True,
        ),
        ("시장은 표결을 반겼다.", "의회는 계획을 승인하지 않았지만, 시장은 표결을 반겼다.", "ko", False),
        ("표를 사면 자리에 앉는다.", "표를 사지 않으면 자리에 앉는다.", "ko", True),
        ("표를 안 사면 서서 간다.", "표를 사지 않으면 서서 간다.", "ko", False),
        ("주사를 맞으면 배에 탈 수 없다.", "주사를 맞지 않으면 배에 탈 수 없다.", "ko", True),
        ("항구는 배에 정박료를 면제한다.", "항구는 배에 정박료를 받지 않는다.", "ko", False),
        ("항구는 배에 정박료를 받는다.", "항구는 배에 정박료를 받지 않는다.", "ko", True),
        ("The port charges no berth fee.", "The port waives the berth fee.", "en", False),
        ("The truck drove into a wall.", "The truck was driven to a wall.", "en", False),
        ("The reef is not known to divers.", "The reef is unknown to divers.", "en", False),
        ("뱃삯은 3월에 오른 뒤로 오르지 않았다.", "뱃삯이 마지막으로 오른 것은 3월이다.", "ko", False),
        ("솔빛호는 그물 던지는 작업을 하지 않는다.", "솔빛호는 그물을 던지지 않겠다고 했다.", "ko", False),
        ("이 규칙에는 예외가 있다.", "이 규칙은 예외 없이 쓰인다.", "ko", True),
        ("규칙은 누구에게나 쓰인다.", "이 규칙은 예외 없이 쓰인다.", "ko", False),
        ("운항에 차질이 있었다.", "운항은 차질 없이 이어졌다.", "ko", True),
        ("운항은 이어졌다.", "운항은 차질 없이 이어졌다.", "ko", False),
        ("값을 올렸다.", "값을 올릴 수밖에 없었다.", "ko", False),
        ("그는 가수이고 배우다.", "그는 가수일 뿐 아니라 배우다.", "ko", False),
        ("The likely host is Halden.", "The unlikely host is Halden.", "en", True),
        ("The host is Halden.", "The unlikely host is Halden.", "en", False),
        ("The reason for the strike is unknown.", "The union did not give a reason for the strike.", "en", False),
        ("The union gave a reason for the strike.", "The union did not give a reason for the strike.", "en", True),
        ("The decision on the quay is open.", "The city did not make a decision on the quay.", "en", False),
        ("의회는 계획을 승인했다.", "의회는 계획을 승인하지 않았지만, 시장은 표결을 반겼다.", "ko", True),
    ],
)
def test_within_a_language_the_denied_word_must_be_affirmed(
    claim: str, source: str, language: str, denied: bool
) -> None:
    assert contradicts(claim, language, source, language) is denied


@pytest.mark.parametrize(
    ("claim", "language", "source", "written_in"),
    [
        ("투표는 금요일까지 열린다.", "ko", "The vote takes place no later than Friday.", "en"),
        ("판사는 아직 판단하지 않았다.", "ko", "The judge has yet to rule.", "en"),
        ("She will appeal if the court refuses.", "en", "그는 법원에서 거절당하면 항소한다.", "ko"),
        ("The film features an inventor.", "en", "그 영화에는 어디에도 없을 법한 발명가가 나온다.", "ko"),
        ("그는 이 마을의 영웅이다.", "ko", "He is the unlikely hero of the village.", "en"),
        ("The insurers refused to pay.", "en", "보험사는 지급을 거절해 논란이 됐다.", "ko"),
        ("The insurers refused to pay.", "en", "보험사가 지급을 거부한 일이 있었다.", "ko"),
        ("She will refuse the post.", "en", "그는 그 자리를 거부할 것이다.", "ko"),
        ("그는 절도를 부인한다.", "ko", "He denies the theft.", "en"),
        ("그는 절도를 부인하는 중이다.", "ko", "He is denying the theft.", "en"),
        ("The mayor told his wife.", "en", "시장은 부인한테 말했다.", "ko"),
    ],
)
def test_what_is_said_by_the_way_of_a_negation_is_borne_out(
    claim: str, language: str, source: str, written_in: str
) -> None:
    assert not contradicts(claim, language, source, written_in)
