"""Is a sentence borne out by the sentences cited for it? Each way in which it is not is a Problem."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

import numpy as np

from app.agency import stands_in_for, turned_round
from app.anchors import anchored
from app.causes import unfounded
from app.claimed import claimed_speaker
from app.compared import Compared, without_known
from app.denials import denied_terms
from app.direction import conversely, reversed_in
from app.extent import widened
from app.figures import DATES, deadline_problems, figure_problems, season_problems
from app.foreign import foreign
from app.initials import spelled_out
from app.links import added
from app.meaning import Nearness
from app.negation import clauses, contradicts, whole_clauses
from app.owners import misgiven
from app.qualifiers import added_qualifier
from app.quotations import is_word_for_word, quotations, stands_in, translates
from app.records import Evidence, Problem
from app.rivals import Told, rivalled, told_elsewhere
from app.unnamed_doers import mistaken
from app.ways import turned_ways
from app.winners import wins_in_both
from ingest.names import Aliases, missing_names, namesakes
from ingest.quantities import parse, same
from ingest.records import Language
from ingest.terms import terms

# The least likeness, in standard deviations above strangers, of a claim and its sentence, by whether they share a language. Likeness is
# never enough alone; this only stops a sentence about something else that has no name or figure to give it away. Set so that
# about one in twenty of what is borne out falls below.
LIKE = {True: 7.0, False: 4.0}
# What all of a claim's words standing there counts for, and the share that does as a rule, by whether they share a language. From
# tests/quality: of the sentences next to the right one half as many pass at the same share of right ones.
_COVERED = {True: (8.0, 0.64), False: (8.0, 0.29)}
# What tells which clause a part of a claim speaks of, beside its nearness: a shared figure, and all words shared.
_FIGURE, _WORDS = 3.0, 8.0

Standing = tuple[tuple[Evidence, ...], tuple[Problem, ...]]  # what is cited, and the problems with it


class Share(Protocol):
    def share(self, claim: str, text: str, title: str) -> float:
        """0..1: how much of what the claim says stands in the text, or at least in the title."""

    def words(self, claim: str, texts: Sequence[str]) -> tuple[tuple[str, ...], np.ndarray]:
        """Its content words, and 0..1, [len(texts), len(words)]: how well each stands in each text."""

    def unlike(self, words: Sequence[str], others: Sequence[str]) -> list[str]:
        """Of the words, those that mean nothing like any of the others."""


@dataclass(frozen=True, slots=True)
class Checker:
    """Checks claims. Meaning is measured by the encoder, everything else by rules."""

    meaning: Nearness
    aliases: Aliases
    covered: Share | None = None
    verbatim: bool = True  # no quotation stands that is translated: a draft has no business to quote so

    def near(self, claim: str, language: Language, evidence: Sequence[Evidence]) -> list[float]:
        """Of the text of each, whatever languages they are in."""
        found: dict[str, float] = {}
        for written_in in dict.fromkeys(item.article.language for item in evidence):
            texts = [item.text for item in evidence if item.article.language == written_in]
            found |= zip(texts, self.meaning.near(claim, language, texts, written_in), strict=True)
        return [found[item.text] for item in evidence]

    def prepare(self, evidence: Sequence[Evidence]) -> None:
        """Encodes what depends on the evidence alone, each sentence and its clauses. A check does so by itself; to have it done while a
        model still writes takes it out of the wait."""
        for language in dict.fromkeys(item.article.language for item in evidence):
            texts = [item.text for item in evidence if item.article.language == language]
            parts = [part for text in texts for part in clauses(text, language)]
            self.meaning.near(texts[0], language, [*texts, *parts], language)
        if self.covered is not None:
            for item in evidence:  # its words, by holding it against itself
                self.covered.share(item.text, f"{item.before_text} {item.text}", item.article.title)

    def shared(self, claim: str, item: Evidence) -> float:
        """0..1: how much of what the claim says the sentence has, word by word; 0 where words are not compared."""
        return self.covered.share(claim, item.text, item.article.title) if self.covered else 0.0

    def problems(self, compared: Compared) -> Iterator[Problem]:
        """None where what is cited alone bears the claim out. What costs least is looked at first."""
        claim, language, cited = compared.claim, compared.language, compared.cited
        if is_word_for_word(claim, cited.text):
            return
        yield from foreign(claim, language, cited.text)
        yield from (Problem("name", claim[start:end]) for start, end in added(claim, cited.text))
        yield from figure_problems(claim, language, cited)
        yield from misgiven(claim, language, cited, self.aliases, self.covered and self.covered.words)
        yield from season_problems(claim, language, cited)
        yield from deadline_problems(claim, language, cited)
        yield from self._quotations(compared)
        yield from self._speaker(claim, language, cited)
        yield from self.names(compared)
        yield from self._negation(claim, language, cited)
        yield from self._ways(claim, language, cited)
        yield from self._meaning(compared)

    def rivalled(
        self, claim: str, language: Language, cited: Sequence[Evidence], told: Told, asked: Collection[str] = ()
    ) -> list[Problem]:
        """Of a claim that stands by what is cited: what another sentence, which says the same, gives otherwise. `asked` are the words of
        the question that it answers."""
        if self.covered is None or any(is_word_for_word(claim, item.text) for item in cited):
            return []
        found = rivalled(claim, language, cited, told, self.covered.words)
        problems = [Problem("date" if figure.unit in DATES else "number", figure.text) for figure in found]
        if asked and not problems and (word := told_elsewhere(claim, cited, told, self.covered.words, asked)):
            problems.append(Problem("meaning", f"told elsewhere: {word}"))
        return problems

    def _meaning(self, compared: Compared) -> Iterator[Problem]:
        """A claim may say one clause of a long sentence: then it is near to that clause."""
        cited = compared.cited
        least, written_in = LIKE[cited.article.language == compared.language], cited.article.language
        if not compared.for_figures:
            least -= anchored(compared.claim, compared.language, cited.text, written_in)
        like = compared.like(compared.near)
        if like >= least + math.prod(_COVERED[written_in == compared.language]):
            return  # near enough if none of its words stood there: they need not be encoded
        least -= self._covering(compared)
        if like < least:
            parts = [cited.text, *clauses(cited.text, written_in)]
            for said in dict.fromkeys((compared.claim, without_known(compared))):
                near = self.meaning.near(said, compared.language, parts, written_in)
                like = max(like, compared.like(max(near)))
        if like < least:
            yield Problem("meaning", f"{like:.1f} of {least:.1f}")

    def _covering(self, compared: Compared) -> float:
        """What the words of the claim that stand in what is cited count for; below 0 where fewer do than usual."""
        if self.covered is None:
            return 0.0
        cited = compared.cited
        weight, usual = _COVERED[cited.article.language == compared.language]
        source = f"{cited.before_text} {cited.text} {compared.beside}"
        return weight * (self.covered.share(compared.claim, source, cited.article.title) - usual)

    def _negation(self, claim: str, language: Language, cited: Evidence) -> list[Problem]:
        def nearest(claim: str, parts: Sequence[str]) -> int:
            return self._spoken_of(claim, language, parts, cited.article.language)

        written_in = cited.article.language
        if contradicts(claim, language, cited.text, written_in, nearest):
            return [Problem("negation", claim)]
        if not self.verbatim or self.covered is None or written_in == language:
            return []
        # What a draft denies must be spoken of there: "is not included" does not stand by "does not represent the whole".
        lost = self.covered.unlike(denied_terms(claim, language), sorted(_words(cited.text)))
        return [Problem("negation", word) for word in lost]

    def _ways(self, claim: str, language: Language, cited: Evidence) -> Iterator[Problem]:
        """Who does it to whom, and which way it goes. To lose to somebody is to be beaten by him: two turns make none."""
        written_in, source = cited.article.language, f"{cited.before_text} {cited.text}"
        pair = turned_round(claim, language, cited.text, written_in, self.aliases)
        if pair and conversely(claim, language, cited.text, written_in):
            return
        if not pair and not self._claimed(claim, language, cited):
            pair = stands_in_for(claim, language, source, written_in, cited.sentence.speaker, self.aliases)
        if pair:
            yield Problem("meaning", f"who does it: {pair}")
        unlike = self.covered and self.covered.unlike
        if who := unlike and mistaken(claim, language, cited.text, cited.support, written_in, unlike):
            yield Problem("meaning", f"who does it: {who}")
        if cause := unfounded(claim, language, source, written_in):
            yield Problem("meaning", f"no cause is given: {cause}")
        if wide := widened(claim, language, cited.text, written_in):
            yield Problem("meaning", f"said of a part: {wide}")
        if word := added_qualifier(claim, language, cited.support, written_in):
            yield Problem("meaning", f"nowhere there: {word}")
        yield from self._direction(claim, language, cited)

    def _direction(self, claim: str, language: Language, cited: Evidence) -> Iterator[Problem]:
        def spoken_of(part: str, texts: Sequence[str]) -> int:
            return self._spoken_of(part, language, texts, written_in)

        written_in = cited.article.language
        ours, theirs = whole_clauses(claim, language), whole_clauses(cited.text, written_in)
        yield from (found := list(turned_ways(claim, language, cited, self.aliases)))
        apart = {"contest"} if wins_in_both(claim, language, cited.text, written_in, self.aliases) else ()
        if not found and (word := reversed_in(ours, language, theirs, written_in, spoken_of, apart)):
            yield Problem("negation", f"the other way round: {word}")

    def _spoken_of(self, part: str, language: Language, texts: Sequence[str], written_in: Language) -> int:
        """Which of `texts` a part of a claim speaks of: by the figures and words that it shares, else by meaning."""
        near = self.meaning.near(part, language, texts, written_in)
        figures, words, scores = parse(part, language), _words(part), []
        for text, score in zip(texts, near, strict=True):
            held = sum(any(same(figure, other) for other in parse(text, written_in)) for figure in figures)
            shared = len(words & _words(text)) / (len(words) + 1)
            scores.append(score + _FIGURE * held + _WORDS * shared)
        return scores.index(max(scores))

    def names(self, compared: Compared) -> list[Problem]:
        """A name counts from the cited sentences, the sentence a pronoun leans on, or the title of the same article."""
        claim, language, cited = compared.claim, compared.language, compared.cited
        source = f"{cited.support}\n{compared.beside}"
        missing = missing_names(claim, language, source, cited.article.language, self.aliases)
        texts = [name.text for name in missing if not spelled_out(name.text, source)]
        if language == cited.article.language == "en":
            texts += namesakes(claim, cited.article.text)
        return [Problem("name", text) for text in dict.fromkeys(texts)]

    def _quotations(self, compared: Compared) -> Iterator[Problem]:
        """Quotation marks promise the very words; a translation is none, but may be taken for one where that is said."""
        claim, language, cited = compared.claim, compared.language, compared.cited
        for quoted in quotations(claim, single=self.verbatim):
            stands = stands_in(quoted, cited.text)
            if not stands and not self.verbatim and cited.article.language != language:
                stands = translates(quoted, language, cited, self.meaning, compared.like(compared.near))
            if not stands:
                yield Problem("quotation", quoted)

    def _claimed(self, claim: str, language: Language, cited: Evidence) -> str | None:
        return claimed_speaker(claim, language, cited.article.text, self.aliases)

    def _speaker(self, claim: str, language: Language, cited: Evidence) -> list[Problem]:
        """Words put into a mouth must come out of it: whoever the claim has speaking is who speaks in what is cited.

        Where nobody is known to speak there, he must at least be named in it; a title is not enough, what stands below
        may be somebody else's.
        """
        claimed, speaker = self._claimed(claim, language, cited), cited.sentence.speaker
        if not claimed or (speaker and self.aliases.same(claimed, speaker)):
            return []
        if not speaker:
            source = f"{cited.before_text} {cited.text}"
            if not missing_names(claimed, language, source, cited.article.language, self.aliases):
                return []
        return [Problem("speaker", f"{claimed}: {speaker or '-'}")]


@lru_cache(maxsize=20_000)
def _words(text: str) -> frozenset[str]:
    return frozenset(terms(text))
