import pytest

from ingest.language import detect
from ingest.sentences import split
from ingest.statements import speakers

# Each row is a text as pairs of sentence and speaker.
CASES = [
    [
        ("가온은행의 배나래(Bae Na-rae) 연구원은 “금리가 내릴 것”이라고 말했다.", "배나래"),
        ("그는 시기가 문제라고 덧붙였다.", "배나래"),
        ("금리는 3.5%다.", None),
        ("배 연구원은 집값이 변수라고 지적했다.", "배나래"),
    ],
    [
        ("문태오 새빛전자 대표는 “공장을 짓겠다”고 밝혔다.", "문태오"),
        ("공장은 2028년에 선다.", None),
        ("반대한 오세라 의원은 “물이 모자란다”고 비판했다.", "오세라"),
        ("그는 계획이 없다고 했다.", "오세라"),
    ],
    [
        ("얀 노박 감독은 '우리가 이긴다'고 말했다.", "얀 노박"),
        ("노박은 선수들을 믿는다고 강조했다.", "노박"),
    ],
    [("“밤이 길었다.” 아담 씨가 말했다.", "아담"), ("“춥기도 했다.”", "아담")],
    [("캘도르는 이미 있던 틀을 쓴 것으로 보인다고 무렌디는 설명했다.", "무렌디"), ("틀은 낡았다.", None)],
    [("이날 물가는 2% 올랐다.", None), ("물가가 더 오를 것이라고 말하기는 이르다.", None)],
    [("은행들은 금리를 내렸다.", None), ("정부는 세금을 줄이겠다고 밝혔다.", "정부")],
    [
        ("항만 직원들이 어젯밤 사고로 다쳤다고 해운청이 말했다.", "해운청"),
        ("해운청은 조사 결과를 기다린다고 했다.", "해운청"),
    ],
    [
        ("Ada Finch, who runs the harbour, said the ferry would stay.", "Ada Finch"),
        ("She added that a second one was planned.", "Ada Finch"),
        ("The ferry is red.", None),
        ('"It is loud," Mayor Ben Holt told reporters.', "Ben Holt"),
        ('"We hear it all night."', "Ben Holt"),
    ],
    [
        ('"We chose the port," said Nora Quill, the director.', "Nora Quill"),
        ("Her deputy, Carl Wynn, disagreed.", None),
        ('"The port is small," he said.', "Carl Wynn"),
    ],
    [
        ('"The first goal was lucky.', "Helen Marsh"),
        ('The second was not," said the coach, Helen Marsh.', "Helen Marsh"),
        ("Northmere scored twice.", None),
    ],
    [
        ('"We may still be swayed," said Carl Wynn.', "Carl Wynn"),
        ("Nora Quill, a lawyer, sits beside him.", None),
        ("Quill's vote, however, is certain.", None),
        ('"My mind is made up," she said.', "Nora Quill"),
    ],
    [
        ('"We may still be swayed," said Carl Wynn.', "Carl Wynn"),
        ("Quill's lawyer was in the hall, Nora Quill said.", "Nora Quill"),
        ("Wynn's uncle was not.", None),
        ('"It is late," she said.', "Nora Quill"),
    ],
    [
        ("Profit will fall, according to Westhaven Bank.", "Westhaven Bank"),
        ("Police said Holt lost his hat.", None),
        ("Mr. Wynn said so too.", "Wynn"),
    ],
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[0][0][:20])
def test_speakers(case: list[tuple[str, str | None]]) -> None:
    text = " ".join(sentence for sentence, _ in case)
    spans = split(text)
    assert [text[start:end] for start, end in spans] == [sentence for sentence, _ in case]
    assert speakers(text, spans, detect(text)) == [speaker for _, speaker in case]


def test_a_speaker_is_written_as_in_the_article() -> None:
    for case in CASES:
        text = " ".join(sentence for sentence, _ in case)
        assert all(name in text for name in speakers(text, split(text), detect(text)) if name)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_no_sentences(language: str) -> None:
    assert speakers("", [], language) == []  # type: ignore[arg-type]
