"""One function a command: arguments in, exit status out."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Literal

from app import queries, terminal
from app.queries import Query
from ingest.errors import Busy, ModelError, SourceError
from ingest.settings import Settings, load

# Inside a JSON string these may stand as they are, but many a reader takes them for the end of the line.
_LINE_ENDS = str.maketrans({end: f"\\u{ord(end):04x}" for end in "\x85\u2028\u2029"})


def serve(arguments: argparse.Namespace) -> int:
    from app.service import Service
    from app.web.server import serve

    with closing(Service(_settings(arguments))) as service:
        if arguments.samples:
            service.add_samples()
        serve(service, arguments.host, arguments.port, arguments.auth, service.start, arguments.name)
    return 0


def ingest(arguments: argparse.Namespace) -> int:
    from app import json_form
    from app.service import Service
    from ingest.sources import read

    with closing(Service(_settings(arguments))) as service:
        documents = (document for source in arguments.sources for document in read(source, sys.stdin.buffer))
        outcomes = []
        try:
            for outcome in service.ingest(documents):
                outcomes.append(outcome)
                terminal.outcome(outcome, quiet=arguments.json)
        finally:  # interrupted or refused on the way: what was stored until then stays, and is told
            if arguments.json:
                _print_json({"outcomes": [json_form.outcome(outcome) for outcome in outcomes]})
            else:
                terminal.tally(outcomes)
        _update_index(service)
    return 1 if any(outcome.status == "failed" for outcome in outcomes) else 0


def ask(arguments: argparse.Namespace) -> int:
    from app import json_form

    def answer(service: Any, query: Query) -> None:
        answered = service.ask(query.text, filters=query.filters, use_model=not arguments.no_llm, id=query.id)
        if arguments.json or arguments.batch:
            _print_json(json_form.answer(answered), lines=bool(arguments.batch))
        else:
            terminal.answer(answered)

    return _each_question(arguments, answer)


def search(arguments: argparse.Namespace) -> int:
    from app import json_form

    def find(service: Any, query: Query) -> None:
        found = service.search(query.text, filters=query.filters, limit=arguments.k)
        if arguments.json or arguments.batch:
            _print_json(json_form.hits(query.id, found), lines=bool(arguments.batch))
        else:
            terminal.hits(found)

    return _each_question(arguments, find)


def verify(arguments: argparse.Namespace) -> int:
    from app import json_form

    def check(service: Any, query: Query) -> None:
        found = service.verify(query.text, filters=query.filters, id=query.id)
        if arguments.json or arguments.batch:
            _print_json(json_form.verification(found), lines=bool(arguments.batch))
        else:
            terminal.verification(found)

    return _each_question(arguments, check, "claim")


def articles(arguments: argparse.Namespace) -> int:
    from app import json_form

    with _library(arguments) as library:
        if arguments.action == "list":
            heads = library.heads()
            _print_json({"articles": [json_form.head(head) for head in heads]}) if arguments.json else terminal.heads(
                heads
            )
        elif arguments.action == "show":
            article = library.article(arguments.id, arguments.version)
            head = library.head(arguments.id)
            form = json_form.article(article, head.versions if head else article.version)
            _print_json(form) if arguments.json else terminal.article(article)
        elif arguments.action == "remove":
            removed = library.remove(arguments.ids)
            _print_json({"removed": removed}) if arguments.json else terminal.line(f"Removed {len(removed)}.")
        else:
            count = _export(library, arguments.file)
            if arguments.file != "-":
                _print_json({"exported": count}) if arguments.json else terminal.line(f"Exported {count}.")
    return 0


def models(arguments: argparse.Namespace) -> int:
    from ingest.models import list_models, pull, used

    settings = _settings(arguments)
    if arguments.action == "list":
        listed = list_models(settings.models)
        if arguments.json:
            _print_json({"folder": str(settings.models), "models": [terminal.model_form(status) for status in listed]})
        else:
            terminal.models(listed, settings.models)
    else:
        names = [arguments.name] if arguments.name is not None else used(settings)
        if not names:
            terminal.line("Nothing to pull: the settings name other models.")
            return 0
        with terminal.download() as progress:
            places = pull(names, settings.models, progress)
        for place in places:
            terminal.line(f"In place: {place}")
    return 0


def check(arguments: argparse.Namespace) -> int:
    from app.service import Service

    with closing(Service(_settings(arguments), create=False)) as service:
        if arguments.repair:
            with terminal.indexing() as progress:
                service.repair(progress)
        problems = service.check()
    for problem in problems:
        terminal.line(problem)
    if not problems:
        terminal.line("The library, its index and its models agree.")
    return 1 if problems else 0


def _each_question(
    arguments: argparse.Namespace, act: Callable[[Any, Query], None], key: Literal["question", "claim"] = "question"
) -> int:
    from app.service import Service

    asked = queries.read(arguments, key)
    with closing(Service(_settings(arguments), create=False)) as service:
        queries.require_articles(service.library, asked)
        service.update_index_if_free()
        for query in asked:
            act(service, query)
        terminal.trouble(service.states()["chat"].detail)
    return 0


def _update_index(service: Any) -> None:
    """Encode what was stored. Without an encoder it stays findable by its words, and that is said."""
    try:
        with terminal.indexing() as progress:
            service.update_index(progress)
    except (ModelError, Busy) as error:
        terminal.trouble(f"New articles are stored, but found by their words only for now. {error}")


def _export(library: Any, target: str) -> int:
    """Write to a file in one step, so that a failure leaves no half of it; returns the number of articles."""
    if target == "-":
        return _write_lines(library, sys.stdout)
    place = Path(target).resolve()
    direct = place.exists() and not place.is_file()  # a device or a pipe
    part = place if direct else place.with_name(f".{place.name}.{os.getpid()}.part")
    try:
        with open(part, "w", encoding="utf-8", errors="backslashreplace") as file:
            count = _write_lines(library, file)
        if not direct:
            os.replace(part, place)
    except OSError as error:
        raise SourceError(f"{target} cannot be written: {error.strerror}.", "Name another file.") from error
    finally:
        if not direct:
            part.unlink(missing_ok=True)
    return count


def _write_lines(library: Any, file: Any) -> int:
    count = 0
    for count, record in enumerate(library.export(), 1):  # noqa: B007 - the last count is the total
        file.write(_json(record, file) + "\n")
    return count


@contextmanager
def _library(arguments: argparse.Namespace) -> Iterator[Any]:
    """The library alone: no model, no index."""
    from ingest.library import Library

    with Library.open(_settings(arguments).home, create=False) as library:
        yield library


def _settings(arguments: argparse.Namespace) -> Settings:
    return load(arguments.home)


def _print_json(form: dict[str, Any], *, lines: bool = False) -> None:
    print(_json(form, sys.stdout, indent=None if lines else 2), flush=True)


def _json(form: dict[str, Any], file: Any, indent: int | None = None) -> str:
    """JSON that `file` can take: in a terminal's own encoding every other character is escaped."""
    wide = (file.encoding or "").lower().replace("-", "") == "utf8"
    return json.dumps(form, ensure_ascii=not wide, indent=indent).translate(_LINE_ENDS)
