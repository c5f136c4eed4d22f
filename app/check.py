"""Is a sentence borne out by the sentences cited for it? Each way in which it is not is a Problem."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from app.gloss import day
from app.negation import contradicts
from app.quotations import quotations, stands_in
from app.records import Evidence, Problem
from ingest.encoder import Encoder
from ingest.language import detect, hangul_share
from ingest.names import Aliases, missing_names
from ingest.quantities import unsupported
from ingest.records import Language
from ingest.statements import speakers

DATES = frozenset(["date", "weekday", "quarter", "year", "month", "decade", "time"])
# The least cosine between a claim and the nearest of its sentences, by whether they share a language. Near is never
# enough alone; these only stop a sentence about something else that has no name or figure to give it away.
NEAR = {True: 0.86, False: 0.82}
_FOREIGN = 0.25  # an English answer with more Hangul than this share of its letters is not in English


Standing = tuple[tuple[Evidence, ...], tuple[Problem, ...]]  # what is cited, and the problems with it


@dataclass(frozen=True, slots=True)
class Checker:
    """Checks claims of one answer. Meaning is measured by the encoder, everything else by rules."""

    encoder: Encoder
    aliases: Aliases

    def problems(self, claim: str, language: Language, cited: Sequence[Evidence]) -> tuple[Problem, ...]:
        """Empty where the claim stands. `cited` is what is cited for it, in any order."""
        if not cited:
            return (Problem("no_evidence", "nothing is cited"),)
        return (
            *_language(claim, language),
            *_quantities(claim, language, cited),
            *self._names(claim, language, cited),
            *_quotations(claim, language, cited),
            *_negation(claim, language, cited),
            *self._speaker(claim, language, cited),
            *self._meaning(claim, language, cited),
        )

    def nearest(self, claim: str, standing: Sequence[Standing]) -> Standing:
        """Of the ways in which a claim stands, the one whose sentences are nearest to it in meaning."""
        if len(standing) == 1:
            return standing[0]
        vectors = self.encoder.encode_questions(
            [claim, *(" ".join(item.text for item in cited) for cited, _ in standing)]
        )
        return standing[int(np.argmax(vectors[1:] @ vectors[0]))]

    def _names(self, claim: str, language: Language, cited: Sequence[Evidence]) -> list[Problem]:
        """A name counts from the cited sentences, the sentence a pronoun leans on, or the title of the same article."""
        missing: set[str] | None = None
        for item in cited:
            source = f"{item.article.title}\n{item.before_text}\n{item.text}\n{item.sentence.speaker or ''}"
            here = {name.text for name in missing_names(claim, language, source, item.article.language, self.aliases)}
            missing = here if missing is None else missing & here
        return [Problem("name", name) for name in sorted(missing or ())]

    def _speaker(self, claim: str, language: Language, cited: Sequence[Evidence]) -> list[Problem]:
        """Words put into a mouth must come out of it: whoever the claim has speaking is who speaks in what is cited, or is
        named there. A title is not enough: what stands below it may be somebody else's."""
        claimed = speakers(claim, [(0, len(claim))], language)[0]
        spoken = [item.sentence.speaker for item in cited if item.sentence.speaker]
        if not claimed or any(self.aliases.same(claimed, speaker) for speaker in spoken):
            return []
        named = (
            not missing_names(claimed, language, f"{item.before_text} {item.text}", item.article.language, self.aliases)
            for item in cited
        )
        return [] if any(named) else [Problem("speaker", f"{claimed}: {', '.join(spoken) or '-'}")]

    def _meaning(self, claim: str, language: Language, cited: Sequence[Evidence]) -> list[Problem]:
        vectors = self.encoder.encode_questions([claim, *(item.text for item in cited)])
        near = vectors[1:] @ vectors[0]
        best = int(np.argmax(near))
        if near[best] < NEAR[cited[best].article.language == language]:
            return [Problem("meaning", f"{near[best]:.2f}")]
        return []


def _language(claim: str, language: Language) -> list[Problem]:
    if "\ufffd" in claim:  # the model spelled a syllable in bytes and got them wrong
        return [Problem("language", "\ufffd")]
    if language == "en" and hangul_share(claim) > _FOREIGN:
        return [Problem("language", "ko")]
    if language == "ko" and detect(claim) != "ko":
        return [Problem("language", "en")]
    return []


def _quantities(claim: str, language: Language, cited: Sequence[Evidence]) -> list[Problem]:
    """Every figure of the claim must stand in one of the cited sentences."""
    missing = None
    for item in cited:
        today = day(item.article)
        here = {
            (quantity.start, quantity.end): quantity
            for quantity in unsupported(claim, language, item.text, item.article.language, today=today)
        }
        missing = here if missing is None else {span: missing[span] for span in missing.keys() & here.keys()}
    found = [(missing or {})[span] for span in sorted(missing or {})]
    return [Problem("date" if quantity.unit in DATES else "number", quantity.text) for quantity in found]


def _quotations(claim: str, language: Language, cited: Sequence[Evidence]) -> list[Problem]:
    """Quotation marks promise the very words; a translation of them is no quotation."""
    sources = [item.text for item in cited if item.article.language == language]
    return [
        Problem("quotation", quoted)
        for quoted in quotations(claim)
        if not any(stands_in(quoted, source) for source in sources)
    ]


def _negation(claim: str, language: Language, cited: Sequence[Evidence]) -> list[Problem]:
    if all(contradicts(claim, language, item.text, item.article.language) for item in cited):
        return [Problem("negation", claim)]
    return []
