"""Whose cost is it? A source that says so in one phrase, "puts the cost of the marsh at $12 million", gives the figure to nothing else.

`app.owners` tells figures of a kind apart by each other. Here there is one: what the claim gives it to is measured elsewhere in the sentence ("less
than a fifth of the price of the wall"), and the claim says nothing of what the phrase names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.rivals import Held
from ingest.quantities import parse, same
from ingest.quantity import Quantity
from ingest.records import Language

_HEARD, _HAS = 0.25, 0.9  # how well a word stands at least that may be another word for it, and one that is there
_MEASURE = (
    r"\b(?:cost|price|value|bill|budget|revenue|profit|number|length|height|weight|population) of (?:the |a |an )?"
)
_PUT = re.compile(
    rf"{_MEASURE}(?P<thing>[a-z-]+(?: [a-z-]+){{0,2}}?) (?:at|is|was|were|to be|came to|to) (?:about |around |some |roughly |almost |nearly )?$"
)
_OTHER = re.compile(rf"{_MEASURE}(?P<thing>[a-z-]+)")


def put_to_another(
    claim: str, language: Language, source: str, written_in: Language, held: Held
) -> Iterator[tuple[Quantity, str]]:
    """Figures of the claim with what an English source puts them to, where the claim has what another measure there is of."""
    for figure in parse(source, written_in) if written_in == "en" and len(_OTHER.findall(source)) > 1 else ():
        put = _PUT.search(source[: figure.start])
        mine = next((one for one in parse(claim, language) if same(one, figure)), None) if put else None
        if put is None or mine is None:
            continue
        others = _OTHER.findall(f"{source[: put.start()]} {source[figure.end :]}")
        said = f"{claim[: mine.start]} {claim[mine.end :]}"
        _, (of_thing, of_others) = held(said, [put["thing"], " ".join(others)])
        if (of_others >= _HAS).any() and not ((of_thing >= _HEARD) & (of_thing > of_others)).any():
            yield mine, put["thing"]
