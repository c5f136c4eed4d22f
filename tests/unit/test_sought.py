"""What stands for the words of a question in articles of its own language and of the other."""

from __future__ import annotations

from app.question import Question, understand
from app.sought import Sought, sought
from ingest.names import Aliases
from ingest.records import Language

PAIRS = [("오픈하버", "OpenHarbour"), ("한지수", "Han Ji-su")]


class Ears:
    """Hears what it is told, and remembers what it was asked."""

    def __init__(self, **alike: str) -> None:
        self._alike = alike
        self.asked: list[str] = []

    def alike(self, term: str) -> tuple[str, ...]:
        self.asked.append(term)
        return (self._alike[term],) if term in self._alike else ()


def words(text: str, language: Language, ears: Ears | None = None) -> Sought:
    return sought(question(text), [language], Aliases(PAIRS), ears or Ears())[language]


def question(text: str) -> Question:
    return understand(text, {"오픈하버", "OpenHarbour", "한지수", "Han Ji-su"})


def by_head(found: Sought) -> dict[str, tuple[str, ...]]:
    return {forms[0]: forms for forms in found.foreign}


def test_within_a_language_terms_and_figures_are_their_own() -> None:
    ears = Ears()
    assert words("How many of the 40 bridges closed?", "en", ears) == Sought(("40", "bridge", "closed"), ())
    assert words("다리 40개가 언제 닫혔나요?", "ko", ears).foreign == ()
    assert ears.asked == []


def test_a_latin_name_in_a_korean_question_is_foreign_in_korean_articles_too() -> None:
    found = words("OpenHarbour는 금리를 올렸나요?", "ko")
    assert set(found.own) == {"금리", "올리"}
    assert by_head(found)["openharbour"][:2] == ("openharbour", "오픈하버")


def test_across_languages_nothing_is_its_own() -> None:
    for text, language in (("Did the bank raise its rate by 40?", "ko"), ("은행이 금리를 40번 올렸나요?", "en")):
        found = words(text, language)
        assert found.own == ()
        assert by_head(found).keys() == set(question(text).terms)
        assert by_head(found)["40"] == ("40",)


def test_words_are_translated_from_the_list() -> None:
    assert "금리" in by_head(words("Did the bank raise its rate?", "ko"))["rate"]
    assert "rate" in by_head(words("은행이 금리를 올렸나요?", "en"))["금리"]


def test_names_come_from_the_alias_table_before_the_list() -> None:
    found = by_head(words("What did Han Ji-su say?", "ko"))
    assert all("한지수" in found[term] for term in ("han", "ji", "su") if term in found)
    assert any("한지수" in forms for forms in found.values())
    assert "openharbour" in by_head(words("오픈하버는 어디에 있나요?", "en"))["오픈하버"]


def test_only_what_neither_gives_is_looked_for_by_sound() -> None:
    ears = Ears(renshaw="렌쇼")
    found = by_head(words("Did Renshaw of OpenHarbour open the bridge?", "ko", ears))
    assert found["renshaw"] == ("renshaw", "렌쇼")
    assert ears.asked == ["renshaw"]


def test_what_nothing_stands_for_is_kept_alone() -> None:
    assert by_head(words("Who is Renshaw?", "ko"))["renshaw"] == ("renshaw",)


def test_forms_are_of_all_foreign_terms_and_each_once() -> None:
    found = Sought((), (("rate", "금리", "비율"), ("interest", "금리")))
    assert found.forms == ("rate", "금리", "비율", "interest")
