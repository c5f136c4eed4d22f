import itertools

import pytest

from ingest.known import table
from ingest.name_parts import name_parts
from ingest.names import Aliases, bracket_pairs, find_names, missing_names

KOREAN = "한빛증권의 해럴드 윈스턴 애널리스트는 노바코어(NovaCore)의 K2 모델이 시장을 흔들었다고 밝혔다."
ENGLISH = "Harold Winston, an analyst at Hanbit Securities, said on Tuesday that NovaCore's K2 model shook the market."


def texts(text: str, language: str, known: tuple[str, ...] = ()) -> list[str]:
    return [name.text for name in find_names(text, language, known)]  # type: ignore[arg-type]


def test_english_names_are_runs_of_capitals() -> None:
    assert texts(ENGLISH, "en") == ["Harold Winston", "Hanbit Securities", "NovaCore", "K2"]


@pytest.mark.parametrize(
    "sentence", ["Investors worry.", "The market fell on Monday in March.", "However, I agree.", "Prices rose."]
)
def test_a_capital_alone_makes_no_name(sentence: str) -> None:
    assert texts(sentence, "en") == []


@pytest.mark.parametrize(
    "verb", ["Summarise", "Summarize", "Explain", "List", "Describe", "Compare", "Tell", "Give", "Show", "Name"]
)
def test_a_verb_that_opens_a_request_is_no_name(verb: str) -> None:
    assert texts(f"{verb} Novacore and its rivals.", "en") == ["Novacore"]
    assert texts(f"{verb} the rivals of Novacore.", "en") == ["Novacore"]


def test_titles_are_no_part_of_a_name() -> None:
    assert texts("President Winston met Prime Minister Anna Lindqvist.", "en") == ["Winston", "Anna Lindqvist"]


def test_a_first_word_that_speaks_is_a_name() -> None:
    assert texts("Novacore said it will hire. Winston's report was long.", "en") == ["Novacore", "Winston"]


def test_institutions_keep_their_of() -> None:
    assert texts("He left the Bank of Norwick for the University of Hale.", "en") == [
        "Bank of Norwick",
        "University of Hale",
    ]


def test_korean_names_come_without_particles_and_titles() -> None:
    assert texts(KOREAN, "ko") == ["한빛증권", "해럴드 윈스턴", "노바코어", "NovaCore", "K2"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("탄베이의 인구는 3만 4000명이다.", "탄베이"),
        ("무렌디는 캘도르와 만났다.", "캘도르"),
        ("심판은 브란데르호프에게 물었다.", "브란데르호프"),
        ("카르벤도 감독이 웃었다.", "카르벤도"),
    ],
)
def test_a_noun_that_no_analyser_knows_is_a_name(text: str, name: str) -> None:
    assert name in texts(text, "ko")


def test_a_noun_of_the_word_list_is_none_though_the_analyser_does_not_know_it() -> None:
    assert texts("해안의 염습지는 줄었다.", "ko") == []


def test_a_noun_that_does_nothing_and_owns_nothing_is_none() -> None:
    assert texts("겨울잠쥐 30마리를 풀었고 썸네일을 바꿨다.", "ko") == []


@pytest.mark.parametrize("text", ["이더리움은 3% 올랐다.", "보코하람은 세 명을 납치했다."])
def test_what_the_analyser_takes_for_a_name_is_one_though_the_word_list_has_it(text: str) -> None:
    assert texts(text, "ko") == [text.split("은")[0]]


def test_an_initial_stands_within_a_name() -> None:
    text = "조지 W. 부시의 비서가 무렌디를 만났다."
    assert find_names(text, "ko")[0].kind == "person"  # not a place, for its -시
    assert texts(text, "ko") == ["조지 W. 부시", "무렌디"]
    assert texts("비타민 D 가 뼈에 좋다.", "ko") == ["D"]


@pytest.mark.parametrize(
    ("text", "name"), [("몽펠리에는 비가 온다.", "몽펠리에"), ("카르티에의 시계가 팔렸다.", "카르티에")]
)
def test_a_known_name_that_ends_like_a_particle_is_whole(text: str, name: str) -> None:
    assert name in texts(text, "ko")


def test_two_korean_names_side_by_side_stay_two() -> None:
    assert texts("김민준 삼성전자 대표는 오픈AI를 만났다.", "ko") == ["김민준", "삼성전자", "오픈AI"]


@pytest.mark.parametrize(("text", "language"), [(KOREAN, "ko"), (ENGLISH, "en")])
def test_spans_count_code_points_and_do_not_overlap(text: str, language: str) -> None:
    text = "𝄞 " + text
    names = find_names(text, language)  # type: ignore[arg-type]
    assert names
    assert all(text[name.start : name.end] == name.text for name in names)
    assert all(a.end <= b.start for a, b in itertools.pairwise(names))


def test_kinds_are_guessed() -> None:
    kinds = {name.text: name.kind for name in find_names("Anna Lindqvist of Hale University flew to Seoul.", "en")}
    assert kinds == {"Anna Lindqvist": "person", "Hale University": "organisation", "Seoul": "place"}
    assert [n.kind for n in find_names("해럴드 윈스턴 애널리스트는 서울에 왔다.", "ko")] == ["person", "place"]


def test_terms_and_models_are_neither_persons_nor_firms() -> None:
    assert [name.kind for name in find_names("AI와 K2, KBX는", "ko")] == ["other", "other", "organisation"]
    assert [name.kind for name in find_names("The rise of AI and K2 at KBX.", "en")] == [
        "other",
        "other",
        "organisation",
    ]


def test_known_spellings_are_found_anywhere() -> None:
    assert texts("the nova core engine", "en", ("nova core",)) == ["nova core"]


@pytest.mark.parametrize(
    "claim",
    [
        "Harold Winston of Hanbit Securities said NovaCore's K2 model shook the market.",
        "On Tuesday, Winston said the K2 shook investors.",
        "The analyst was cautious.",
    ],
)
def test_a_faithful_claim_misses_no_name(claim: str) -> None:
    source = KOREAN.replace("한빛증권", "한빛증권(Hanbit Securities)")
    assert missing_names(claim, "en", source, "ko", Aliases(bracket_pairs(source))) == []


@pytest.mark.parametrize(
    ("claim", "wrong"),
    [
        ("Anna Lindqvist said NovaCore shook the market.", "Anna Lindqvist"),
        ("Robert Winston said NovaCore shook the market.", "Robert Winston"),
        ("Harold Winston said DeepMind shook the market.", "DeepMind"),
        ("Harold Winston said the K3 model shook the market.", "K3"),
        ("Harold Winston said NovaCore shook Germany.", "Germany"),
    ],
)
@pytest.mark.parametrize(("source", "language"), [(KOREAN, "ko"), (ENGLISH, "en")])
def test_a_swapped_name_is_missed(claim: str, wrong: str, source: str, language: str) -> None:
    missing = missing_names(claim, "en", source, language, Aliases(()))  # type: ignore[arg-type]
    assert [name.text for name in missing] == [wrong]
    assert all(claim[name.start : name.end] == name.text for name in missing)


def test_a_korean_name_that_the_analyser_tears_apart_is_heard() -> None:
    source = "마트노조 도담지부장\n간다영 마트노조 도담지부장은 “약속은 1년을 못 갔다”고 주장했다."
    assert missing_names("Gan Da-yeong spoke.", "en", source, "ko", Aliases(())) == []
    for other in (
        "그는 이상한 일이라고 말했다.",
        "주민은 반대했다.",
        "1년 이상은 걸린다.",
    ):  # no Lee Sang-han, no Joo Min-eun
        for name in ("Lee Sang-han", "Joo Min-eun", "Lee Sang-eun"):
            assert missing_names(f"{name} spoke.", "en", other, "ko", Aliases(()))


def test_korean_claims_are_held_against_both_languages() -> None:
    for source, language in ((KOREAN, "ko"), (ENGLISH, "en")):
        assert missing_names("해럴드 윈스턴은 노바코어의 K2를 말했다.", "ko", source, language, Aliases(())) == []  # type: ignore[arg-type]
        missing = missing_names("안나 린드크비스트는 노바코어의 K2를 말했다.", "ko", source, language, Aliases(()))  # type: ignore[arg-type]
        assert [name.text for name in missing] == ["안나 린드크비스트"]


def test_a_first_name_that_the_source_leaves_out_is_allowed() -> None:
    assert missing_names("Harold Winston was wary.", "en", "윈스턴은 경계했다.", "ko", Aliases(())) == []


def test_a_part_of_a_name_counts_in_the_spelling_it_is_paired_with() -> None:
    aliases = Aliases([("고운 다리", "Fair Ford")])
    claim, source = "Six people met at RSPB Fair Ford.", "RSPB 고운 다리에서 여섯 명이 만났다."
    assert not missing_names(claim, "en", source, "ko", aliases)
    assert missing_names(claim, "en", source, "ko", Aliases())
    assert missing_names(claim, "en", "고운 다리에서 여섯 명이 만났다.", "ko", aliases)


def test_initials_stand_for_the_words() -> None:
    assert missing_names("The HRC met.", "en", "The Hale River Council met.", "en", Aliases(())) == []
    assert [n.text for n in missing_names("The HQC met.", "en", "The Hale River Council met.", "en", Aliases(()))] == [
        "HQC"
    ]


def test_no_row_of_the_table_has_a_form_twice() -> None:
    rows = table().rows
    assert len(rows) > 400
    assert all(len(set(row.english)) == len(row.english) and len(set(row.korean)) == len(row.korean) for row in rows)


def test_a_number_in_words_is_no_name() -> None:
    assert [name.text for name in find_names("Forty-six pots were found.", "en")] == []


def test_a_name_of_small_words_alone_has_them_for_parts() -> None:
    assert [part.text for part in name_parts("Al")] == ["Al"]


@pytest.mark.parametrize(
    ("claim", "language", "source", "written_in"),
    [
        ("Dori Island was closed.", "en", "도리섬이 폐쇄됐다.", "ko"),
        ("Prof Lartin was there.", "en", "라틴 교수가 있었다.", "ko"),
        ("그는 테네시로 갔다.", "ko", "그는 테니시 대학으로 옮겨 갔다.", "ko"),  # misspelt
        ("Six were hurt at HMP Gannet Lane.", "en", "Gannet Lane prison: six hurt.", "en"),
        ("Six were hurt at HMP Gannet Lane.", "en", "개닛 레인 교도소에서 여섯 명이 다쳤다.", "ko"),
        ("선수는 사이드라인에 있었다.", "ko", "The player stood on the sideline.", "en"),
    ],
)
def test_a_name_in_another_form_is_there(claim: str, language: str, source: str, written_in: str) -> None:
    assert missing_names(claim, language, source, written_in, Aliases()) == []


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("시위는 콜롬비아에서 열렸다.", "컬럼비아 대학에서 시위가 열렸다."),
        ("그는 오사카로 갔다.", "그는 아사카로 갔다."),
        ("그는 폴란드로 갔다.", "그는 텍사스 펄랜드로 갔다."),
        ("그는 파리에 갔다.", "그는 패리스 힐튼을 만났다."),
        ("디즈니가 영화를 만들었다.", "디스니가 영화를 만들었다."),  # a firm
        ("그는 오스트리아로 갔다.", "그는 오스트레일리아로 갔다."),
    ],
)
def test_another_place_is_no_misspelt_one(claim: str, source: str) -> None:
    assert missing_names(claim, "ko", source, "ko", Aliases())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("그의 아내 이름은 애슐리이다.", "애슐리"),
        ("우승팀은 하와이다.", "하와이"),  # which the table knows with its last syllable
        ("작가 마거릿이라는 사람이 왔다.", "마거릿"),
        ("마리아씨는 간호사다.", "마리아"),
    ],
)
def test_a_copula_is_no_part_of_a_korean_name(text: str, found: str) -> None:
    assert texts(text, "ko") == [found]


def test_an_ending_taken_for_a_part_of_a_name_withholds_it_from_no_source() -> None:
    source = "위원회는 브렛 캐버노를 불렀다."
    assert missing_names("장관은 캐버노이고 교수이다.", "ko", source, "ko", Aliases()) == []
    assert missing_names("장관은 캐버노이고 교수이다.", "ko", "위원회는 그레이스를 불렀다.", "ko", Aliases())
    assert missing_names("그의 아내 이름은 애슐리이다.", "ko", "그의 아내 이름은 마거릿이다.", "ko", Aliases())


@pytest.mark.parametrize("sentence", ["It stores 12 GWh a year.", "12 GWh is enough.", "Fourteen dives were made."])
def test_units_and_numerals_are_no_names(sentence: str) -> None:
    assert texts(sentence, "en") == []


def test_letters_without_a_figure_may_be_a_name() -> None:
    assert texts("한 해에 12GWh의 전기를 만든다.", "ko") == []
    assert texts("신곡 GWh는 인기다.", "ko") == ["GWh"]
    assert texts("He sold it to Fourteen Harbours.", "en") == ["Fourteen Harbours"]
