"""The one Korean morphological analyser of the process; nothing else imports kiwipiepy."""

from __future__ import annotations

from functools import cache
from importlib.metadata import version
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kiwipiepy import Kiwi

# Sentence spans and terms follow the analyser and its model, so both are part of every fingerprint.
VERSION = f"kiwipiepy-{version('kiwipiepy')}+model-{version('kiwipiepy_model')}"

_loading = Lock()


def shared() -> Kiwi:
    """The analyser, loaded at the first call (seconds). Safe to use from several threads; never add words to it."""
    with _loading:
        return _load()


@cache
def _load() -> Kiwi:
    from kiwipiepy import Kiwi

    return Kiwi()
