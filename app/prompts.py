"""Loads what a model is told. A prompt is a Markdown file in prompts/: a front line that names its variables, then the text.

variables: evidence, question

Sentences from the news:
{evidence}
...
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

_VARIABLE = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class Prompt:
    name: str
    text: str
    variables: frozenset[str]

    def fill(self, **values: str) -> str:
        """Put `values` in place of the variables, in one pass, so that a value holding braces stays as it is."""
        if set(values) != self.variables:
            raise ValueError(f"prompt {self.name} takes {sorted(self.variables)}, not {sorted(values)}")
        return _VARIABLE.sub(lambda match: values[match[1]], self.text)


@cache
def load(name: str) -> Prompt:
    """The prompt `prompts/NAME.md`. Raises ValueError when the variables it names are not those it uses."""
    head, _, text = resources.files("prompts").joinpath(f"{name}.md").read_text("utf-8").partition("\n")
    if not head.startswith("variables:"):
        raise ValueError(f"prompt {name} does not begin with a line 'variables: ...'")
    declared = frozenset(filter(None, (part.strip() for part in head.removeprefix("variables:").split(","))))
    if declared != (used := frozenset(_VARIABLE.findall(text))):
        raise ValueError(f"prompt {name} declares {sorted(declared)} but uses {sorted(used)}")
    return Prompt(name, text.strip(), declared)


def names() -> list[str]:
    return sorted(file.name[:-3] for file in resources.files("prompts").iterdir() if file.name.endswith(".md"))
