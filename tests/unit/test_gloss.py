"""Figures and names in the language of the answer, before a model reads them."""

from app.gloss import Glosser
from app.question import understand
from ingest.names import Aliases
from tests.unit.evidence import evidence

ALIASES = Aliases([("한빛전자", "Hanbit Electronics")])


def glossed(text: str, question: str) -> str:
    asked = understand(question)
    return Glosser(asked, ALIASES).sentence(evidence(text))


def test_figures_are_converted_in_place() -> None:
    told = glossed("훈련 비용은 560만 달러에 불과했다.", "How much was it?")
    assert "$5.6 million" in told
    assert "560만" not in told


def test_names_take_the_form_that_the_library_knows() -> None:
    told = glossed("한빛전자(Hanbit Electronics)는 공장을 닫았다.", "Who closed the plant?")
    assert told.startswith("Hanbit Electronics는")


def test_the_question_lends_a_spelling() -> None:
    assert "Sheridan" in glossed("셰리던 애널리스트는 비용이 늘었다고 말했다.", "What did Sheridan say?")


def test_within_a_language_nothing_changes() -> None:
    text = "훈련 비용은 560만 달러에 불과했다."
    assert glossed(text, "비용은 얼마인가요?") == text


def test_english_figures_become_korean_ones() -> None:
    told = glossed("The plant cost $5.6 million and employs 350 people.", "공장에 얼마가 들었나요?")
    assert "560만 달러" in told


def test_a_guessed_spelling_is_marked_with_the_name_it_was_made_from() -> None:
    glosser = Glosser(understand("Who spoke first?"), ALIASES)
    told = glosser.sentence(evidence("박서준 장관은 비용이 늘었다고 말했다."))
    spelled = next(iter(glosser.guessed))
    assert spelled in told
    assert glosser.marked(f"{spelled} spoke first.") == f"{spelled} ({glosser.guessed[spelled]}) spoke first."


def test_a_full_name_takes_the_part_that_the_question_spells() -> None:
    assert "Sheridan" in glossed("에릭 셰리던 애널리스트는 비용이 늘었다고 말했다.", "What did Sheridan say?")
    assert "Sheridan" in glossed("셰리던 애널리스트는 비용이 늘었다고 말했다.", "What did Eric Sheridan say?")


def test_a_guessed_name_and_its_part_are_not_marked_twice() -> None:
    glosser = Glosser(understand("Who spoke?"), ALIASES, {"Park Seo-jun": "박서준", "Park": "박"})
    assert glosser.marked("Park Seo-jun and Parker spoke.") == "Park Seo-jun (박서준) and Parker spoke."
    assert glosser.marked("Park Seo-jun (박서준) spoke.") == "Park Seo-jun (박서준) spoke."


def test_a_title_in_korean_letters_stands_behind_its_sound() -> None:
    glosser = Glosser(understand("Which film is it?"), ALIASES)
    assert glosser.marked('The film is "한강의 밤".') == 'The film is "Hangangui Bam (한강의 밤)".'
    assert glosser.marked("Park (박 서준) saw it.") == "Park (박 서준) saw it."
    assert glosser.marked("LG전자(LG) makes it.") == "LG전자(LG) makes it."
    assert Glosser(understand("어느 영화인가?"), ALIASES).marked("영화는 한강의 밤이다.") == "영화는 한강의 밤이다."


def test_a_given_name_of_elsewhere_is_spelled_as_it_is_there() -> None:
    glosser = Glosser(understand("Who is the chief?"), Aliases())
    told = glosser.sentence(evidence("마이크 부캐넌 대표는 불안하다고 밝혔다."))
    assert told.startswith("Mike B")
    assert glosser.guessed == {told.split(" 대표")[0]: "마이크 부캐넌"}
