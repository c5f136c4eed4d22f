"""Finds, by code, the fewest sentences that bear a claim out. What a model says of its sources is never asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from app.bare import is_bare
from app.check import Checker, Standing
from app.compared import Compared
from app.introduced import in_full
from app.invented import invented
from app.joined import joined, longer
from app.known import Known
from app.records import Evidence, Problem
from app.stated import is_unsure
from app.untold import untold
from ingest.quantities import parse
from ingest.quotation import quotations
from ingest.records import Language

# Where a claim of two facts may be cut in two. Each half is checked by itself, so a cut in the wrong place costs a citation, not truth.
_JOINT: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r",? (?:and|but|while|whereas)(?: that)? |; "),
    "ko": re.compile(r"(?:(?<=[^다라냐자]고)|(?<=며)|(?<=지만)|(?<=는데))(?:, ?| )"),
}
# Standard deviations; a sentence that much further than the nearest is not what the claim speaks of. Where the nearest lacks nothing but the
# claim's figures, the one that has them may be further: a claim that says in full what "40,000 were reported" leans on is nearer to where
# that is told.
_ABOUT, _HALF_ABOUT = 1.0, 4.0
_FIGURES = frozenset({"number", "date"})
_DECISIVE = frozenset(
    {"negation", "speaker"}
)  # what the nearest sentence denies, or has another say, no other one bears out
_NEARLY = 1.0  # standard deviations that joined sentences may be further off than the nearest of them
_MORE_WORDS = 0.15  # the share of a claim's words by which another sentence must have more
_HALF = 8  # code points; a shorter half states no fact
# Who said it, without what: no fact by itself, and another sentence of the same speaker would bear it out.
_SAYING: dict[Language, re.Pattern[str]] = {
    "en": re.compile(r"\b(?:said|says|reported|announced|told \w+)[.!]?$", re.I),
    "ko": re.compile(r"(?<![고며])\s(?:말|발표|보도|설명|언급|주장|전)?(?:했|밝혔|전했)(?:다|습니다|어요)[.!]?$"),
}


def cite(
    claim: str, language: Language, evidence: Sequence[Evidence], checker: Checker, known: Known | None = None
) -> Standing:
    """The sentences cited for `claim`, and its problems with them: no problems where it stands.

    What stands by itself still falls where a figure of it is another one in the sentence that speaks of the same, or where the claim, as an
    answer to a question, has words from nowhere or from that question alone; not a figure alone, which speaks of nothing.
    """
    cited, problems = _standing(claim, language, evidence, checker, known)
    if problems or (is_bare(claim, language) and parse(claim, language)):
        return cited, problems

    def told() -> Sequence[Evidence]:
        return [*evidence, *known.around(cited[0])] if known else evidence

    asked = known.question.content if known else ()
    return cited, tuple(
        checker.rivalled(claim, language, cited, told, asked) or _as_an_answer(claim, cited, checker, known)
    )


def _as_an_answer(claim: str, cited: Sequence[Evidence], checker: Checker, known: Known | None) -> tuple[Problem, ...]:
    """What a draft has from its question alone, or from nowhere."""
    if not known or not checker.covered:
        return ()
    if word := untold(claim, known.question.text, cited, checker.covered.words):
        return (Problem("meaning", f"told nowhere: {word}"),)
    words = invented(claim, known.question.text, cited, checker.covered.words)
    return (Problem("meaning", f"from nowhere: {', '.join(words)}"),) if words else ()


def _standing(
    claim: str, language: Language, evidence: Sequence[Evidence], checker: Checker, known: Known | None
) -> Standing:
    """The sentences, and the problems with these alone.

    One sentence where one bears all of it out. More only for a translation that joins neighbouring sentences, for a claim of two
    facts, each of which stands on a sentence of the same article alone, or for one that repeats a name of the question, which stands
    in another sentence of the article. Where nothing bears it out, the nearest sentence.
    """
    if not evidence:
        return (), (Problem("no_evidence", "nothing is cited"),)
    if known and is_bare(claim, language):
        return _bare(claim, language, evidence, checker, known)
    alone = _alone(claim, language, evidence, checker)
    if not alone[1]:
        return alone
    if run := longer(claim, language, alone[0][0], evidence):
        whole = joined(run)
        one, more = checker.near(claim, language, [alone[0][0], whole])
        if more > one - _NEARLY:
            (found, *_), problems = _alone(claim, language, [whole], checker)
            if not problems:
                return (replace(run[0], who=found.who or run[0].who), *run[1:]), ()
    if known and (both := _with_known(claim, language, evidence, checker, known)):
        return both, ()
    denied = any(problem.kind in _DECISIVE for problem in alone[1])  # by this very sentence: no cut undoes that
    within = _within(checker.near(claim, language, evidence), evidence)
    for first, second in _halves(claim, language):
        one = _alone(first, language, within, checker)
        if one[1]:
            continue
        beside = [item for item in within if item.article.id == one[0][0].article.id]
        other = _alone(second, language, beside, checker)
        same = one[0][0].sentence == other[0][0].sentence
        if other[1] or (denied and same and one[0][0].sentence == alone[0][0].sentence):
            continue
        if any(checker.rivalled(half, language, of[0], lambda: within) for half, of in ((first, one), (second, other))):
            continue
        if same and one[0][0].who and other[0][0].who and one[0][0].who != other[0][0].who:
            continue  # of two persons one alone could be shown
        if same:
            return (one[0] if one[0][0].who else other[0]), ()
        return one[0] + other[0], ()
    return alone


def _bare(claim: str, language: Language, evidence: Sequence[Evidence], checker: Checker, known: Known) -> Standing:
    """The first that bears it out, of an article about what is asked: what is chosen for a question comes with what answers it best ahead."""
    near = checker.near(claim, language, evidence)
    for place, item in enumerate(evidence):
        following = max((score for other, score in enumerate(near) if other != place), default=None)
        problem = next(checker.problems(Compared(claim, language, item, near[place], following)), None)
        if problem is None and known.of_asked(item):
            return (item,), ()
    return (), (Problem("no_evidence", "no sentence about what is asked has it"),)


def _with_known(
    claim: str, language: Language, evidence: Sequence[Evidence], checker: Checker, known: Known
) -> tuple[Evidence, ...]:
    """A sentence that says all but a name that the question takes for known, and the one of its article that gives that name, if nothing in the
    first stands for it. Of several such sentences the one with most of the claim's words: the name would have told them apart."""
    near = checker.near(claim, language, evidence)
    order = sorted(range(len(evidence)), key=lambda i: -near[i])
    found: list[tuple[Evidence, ...]] = []
    for place in order:
        if near[place] < near[order[0]] - _HALF_ABOUT:
            break
        following = next((near[i] for i in order if i != place), None)
        compared = Compared(claim, language, evidence[place], near[place], following)
        problems = list(checker.problems(compared))
        if any(problem.kind in _DECISIVE for problem in problems):
            break
        missing = [problem.detail for problem in problems if problem.kind == "name" and known.asked(problem.detail)]
        others = {problem.kind for problem in problems if problem.detail not in missing}
        if not missing or others - {"meaning"}:
            continue  # where it only seems too far in meaning, the sentence that gives the name may bring it nearer
        for other in known.beside(evidence[place], claim, missing):
            both = replace(compared, beside=other.text)
            if not checker.names(both) and next(checker.problems(both), None) is None:
                meant = replace(evidence[place], who=other.sentence)
                found.append((meant,) if known.stands_for(evidence[place], missing) else (evidence[place], other))
                break
    return max(found, key=lambda cited: checker.shared(claim, cited[0]), default=())


def _within(near: Sequence[float], evidence: Sequence[Evidence]) -> list[Evidence]:
    """What the halves of a claim may rest on: sentences that are not much further from all of it than the nearest is."""
    return [item for item, score in zip(evidence, near, strict=True) if score >= max(near) - _HALF_ABOUT]


def _alone(claim: str, language: Language, evidence: Sequence[Evidence], checker: Checker) -> Standing:
    """By one sentence: the nearest, or one that is about as near, lest the claim rest on what it does not speak of."""
    near = checker.near(claim, language, evidence)
    order = sorted(range(len(evidence)), key=lambda i: -near[i])
    first, second = near[order[0]], near[order[1]] if order[1:] else None

    @cache
    def item(place: int) -> Evidence:
        return in_full(claim, language, evidence[place], checker.aliases)

    def compared(place: int) -> Compared:
        beside = second if place == order[0] else first
        return Compared(claim, language, item(place), near[place], beside, near[place] < first - _ABOUT)

    def stands(place: int) -> bool:
        return next(checker.problems(compared(place)), None) is None

    problems = tuple(checker.problems(compared(order[0])))
    if problems and first != second and _denies(problems):
        return (evidence[order[0]],), problems
    about = _HALF_ABOUT if all(problem.kind in _FIGURES for problem in problems) else _ABOUT
    others = (place for place in order[1:] if near[place] >= first - about)
    bears = next((place for place in others if stands(place)), None) if problems else order[0]
    if bears is None:
        return (evidence[order[0]],), problems
    fuller = _fuller(claim, evidence, bears, near, first - about, checker)
    return (item(next((place for place in fuller if stands(place)), bears)),), ()


def _fuller(
    claim: str, evidence: Sequence[Evidence], bears: int, near: Sequence[float], least: float, checker: Checker
) -> list[int]:
    """Those of its article that are not much further than the one that `bears` the claim out, with clearly more of the claim's words, most of them
    first: of "six members of staff" and "six prison officers" the one that says whom the claim does. Not one that only might be so."""
    one, least = evidence[bears], max(least, near[bears] - _ABOUT)
    open_too = is_unsure(one.text, one.article.language)
    about = [
        place
        for place, other in enumerate(evidence)
        if least <= near[place] < near[bears] and other.article.id == one.article.id
        if open_too or not is_unsure(other.text, other.article.language)
    ]
    shares = {place: checker.shared(claim, evidence[place]) for place in (*about, bears)} if about else {}
    return sorted((p for p in about if shares[p] >= shares[bears] + _MORE_WORDS), key=lambda p: -shares[p])


def _denies(problems: Sequence[Problem]) -> bool:
    """Whether a sentence says the opposite; one that has neither the names nor the figures of the claim speaks of something else."""
    kinds = {problem.kind for problem in problems}
    return bool(kinds & _DECISIVE) and not ("name" in kinds and kinds & _FIGURES)


def _halves(claim: str, language: Language) -> Iterator[tuple[str, str]]:
    """Never cut within a quotation: half of one is another."""
    quoted = quotations(claim)
    for joint in _JOINT[language].finditer(claim):
        if any(start < joint.start() and joint.end() < end for start, end in quoted):
            continue
        first, second = claim[: joint.start()].strip(), claim[joint.end() :].strip()
        if min(len(first), len(second)) >= _HALF and not _SAYING[language].search(second):
            yield first, second
