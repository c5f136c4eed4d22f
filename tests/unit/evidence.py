"""Evidence made by hand from a sentence, for the tests of what comes after choosing."""

from app.records import Evidence
from ingest.language import detect
from ingest.records import Article, Sentence


class Near:
    """Everything is near in meaning: for tests of what else is checked."""

    def near(self, sentence, language, others, written_in):
        return [9.0] * len(others)


SCORES = {"sentence": 4.0, "words": 1.0, "names": 1.0, "names_together": 1.0}


def evidence(
    text: str, *, title: str = "", speaker: str | None = None, article_id: str = "a1", published: str = "2025-01-28"
) -> Evidence:
    article = Article(
        id=article_id,
        version=1,
        raw=text,
        title=title or "뉴스",
        text=text,
        language=detect(text),
        publisher=None,
        authors=(),
        published=published,
        updated=None,
        ingested="2025-01-29T00:00:00Z",
        url=None,
        source="-",
        raw_hash="",
    )
    sentence = Sentence(article_id, 1, 0, len(text), speaker)
    return Evidence(
        sentence, article, 5.0, {**SCORES, "speaker": 0.0, "wanted": 1.0, "lead": 4.0, "surprisal": 1.0}, ("dense",)
    )
