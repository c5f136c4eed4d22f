"""What leads out of a text or acts on a page is found, and what only looks alike is left."""

import time

import pytest

from app.links import acting, added


def parts(text: str) -> list[str]:
    return [text[start:end] for start, end in acting(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("See https://solbit.example/a?b=1.", "https://solbit.example/a?b=1"),
        ("자세한 내용은 www.solbit-bus.kr에서 볼 수 있다.", "www.solbit-bus.kr"),
        ("할인은 solbit-bus.com을 보라.", "solbit-bus.com"),
        ("Join forum.solbit.io, it said.", "forum.solbit.io"),
        ("Write to bus@solbit.go.kr으로.", "bus@solbit.go.kr"),
        ("Details at t.me/solbit today.", "t.me/solbit"),
        ("The site 10.0.0.7/pay opened.", "10.0.0.7/pay"),
        ("It is ![bus](https://solbit.example/b.png) here.", "![bus](https://solbit.example/b.png)"),
        ("It is [here](javascript:void(0)).", "[here](javascript:void(0)"),
        ("[bus]: https://solbit.example", "[bus]: https://solbit.example"),
        ("A <img src=x onerror=alert(1)> bus.", "<img src=x onerror=alert(1)>"),
        ("A <b>bus</b>.", "<b>"),
        ("A <img src=x oner", "<img src=x oner"),
        ("A <x-bus onclick=y> bus.", "<x-bus onclick=y>"),
        ("A &#60;bus.", "&#60;"),
        ("Run javascript:alert(1) now.", "javascript:alert"),
        ("data:text/html,hi", "data:text/html,hi"),
        ("A bus\u202e late.", "\u202e"),
        ("A b\u200bus.", "\u200b"),
        ("A b\U000e0041us.", "\U000e0041"),
        ("A \x1b[31mbus.", "\x1b"),
    ],
)
def test_found(text: str, found: str) -> None:
    assert found in parts(text)


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. and the U.K. agreed at 5 p.m. on Jan. 3.",
        "봉준호 감독의 <기생충>과 <Parasite>가 나란히 걸렸다.",
        "It sold 3.5m shares (R&D; AT&T) for 1,234.56 won, up 1.5km/h and/or 3.5%.",
        "The data: five buses. He left.In March it ended.",
        "[단독] 버스 요금 1.200원 (종합)",
        "Version 2.0.1 of the [draft] report, no. 7.",
        "가족 👨\u200d👩 사진",
    ],
)
def test_left(text: str) -> None:
    assert parts(text) == []


@pytest.mark.parametrize(
    ("text", "source", "spans"),
    [
        ("It is at solbit.example.com.", "It is at https://www.solbit.example.com/fares?x=1, he said.", 0),
        ("It is at HTTPS://solbit.example.com/fares.", "보라: solbit.example.com/fares", 0),
        ("It is at solbit.example.com/other.", "It is at solbit.example.com/fares.", 1),
        ("It is at notsolbit.com.", "It is at solbit.com.", 1),
        ("It is at solbit.com.", "It is at notsolbit.com.", 1),
        ("Write to a@solbit.com.", "Write to b@solbit.com.", 1),
        ("The <b>bus</b> is late.", "The bus is late.", 2),
        ("A [bus](https://solbit.com).", "A bus, see https://solbit.com.", 1),
        ("The bus is late.", "", 0),
    ],
)
def test_added(text: str, source: str, spans: int) -> None:
    assert len(added(text, source)) == spans


@pytest.mark.parametrize("part", ["a-", "a.", "[", "<a ", "&#1", "www.", "a@a.", "1.", "![](", "<!--", "[a]:"])
def test_no_text_takes_long(part: str) -> None:
    began = time.perf_counter()
    acting(part * 3000)
    assert time.perf_counter() - began < 2
