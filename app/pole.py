"""The list of words that say which way things go, direction.json, by the word that an entry begins with.

It has a list of axes, each with two poles. English words stand there in their base form and count in every
form; `=` is before what counts only as written, `^` before a verb whose passive is the other pole (to beat,
to be beaten), `!` before what may be undone: a ban that is lifted is the other pole. Korean stems stand as the analyser gives them, a compound noun in one piece. One syllable
alone is a verb or an adjective; `=` is before a noun of one syllable, `~` before an adverb. `_` joins the
words of a phrase. The axis `idle` has phrases that say nothing of any way: 결정_내리, to make a decision.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import NamedTuple

from app.inflection import forms
from ingest.records import Language

IDLE = "idle"


@dataclass(frozen=True, slots=True)
class Pole:
    axis: str
    up: bool  # the first pole of its axis
    start: int  # code points
    word: str
    entry: str = ""  # of the list
    denied: bool = False  # "did not rise" goes down

    @property
    def end(self) -> int:
        return self.start + len(self.word)


class Entry(NamedTuple):
    words: tuple[str, ...]  # the first in any of its forms, the rest as they are
    axis: str
    up: bool
    name: str
    turned: bool = False  # by the passive
    undone: bool = False  # by lifting or dropping it


Index = dict[str, tuple[Entry, ...]]  # by the first word in each of its forms, longest entries first


@cache
def index(language: Language) -> Index:
    found: dict[str, list[Entry]] = {}
    axes = json.loads(resources.files("app").joinpath("direction.json").read_text("utf-8"))
    for axis, poles in axes.items():
        for up, pole in zip((True, False), poles, strict=True):
            for name in pole[language].split():
                words = tuple(name.lstrip("=^~!").split("_"))
                entry = Entry(words, axis, up, name, name.startswith("^"), name.startswith("!"))
                exact = language == "ko" or name.lstrip("!").startswith("=")
                for form in (words[0],) if exact else forms(words[0]):
                    found.setdefault(form, []).append(entry)
    return {form: tuple(sorted(entries, key=lambda one: -len(one.words))) for form, entries in found.items()}
