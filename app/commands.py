"""One function a command: arguments in, exit status out."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from app import terminal
from ingest.errors import ModelError, SourceError
from ingest.records import Filters
from ingest.settings import Settings, load


def serve(arguments: argparse.Namespace) -> int:
    from app.service import Service
    from app.web.server import serve

    with closing(Service(_settings(arguments))) as service:
        if arguments.samples:
            service.add_samples()
        service.start()
        serve(service, arguments.host, arguments.port, arguments.auth)
    return 0


def ingest(arguments: argparse.Namespace) -> int:
    from app import json_form
    from app.service import Service
    from ingest.sources import read

    with closing(Service(_settings(arguments))) as service:
        documents = (document for source in arguments.sources for document in read(source, sys.stdin.buffer))
        outcomes = []
        for outcome in service.ingest(documents):
            outcomes.append(outcome)
            terminal.outcome(outcome, quiet=arguments.json)
        if arguments.json:
            _print_json({"outcomes": [json_form.outcome(outcome) for outcome in outcomes]})
        else:
            terminal.tally(outcomes)
        _update_index(service)
    return 1 if any(outcome.status == "failed" for outcome in outcomes) else 0


def ask(arguments: argparse.Namespace) -> int:
    from app import json_form

    def answer(service: Any, query: dict[str, Any], filters: Filters) -> None:
        answered = service.ask(query["question"], filters=filters, use_model=not arguments.no_llm, id=query.get("id"))
        if arguments.json or arguments.batch:
            _print_json(json_form.answer(answered), lines=bool(arguments.batch))
        else:
            terminal.answer(answered)

    return _each_question(arguments, answer)


def search(arguments: argparse.Namespace) -> int:
    from app import json_form

    def find(service: Any, query: dict[str, Any], filters: Filters) -> None:
        found = service.search(query["question"], filters=filters, limit=arguments.k)
        if arguments.json or arguments.batch:
            _print_json(json_form.hits(query.get("id"), found), lines=bool(arguments.batch))
        else:
            terminal.hits(found)

    return _each_question(arguments, find)


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
    from ingest.models import list_models, pull

    settings = _settings(arguments)
    if arguments.action == "list":
        listed = list_models(settings.models)
        if arguments.json:
            _print_json({"folder": str(settings.models), "models": [terminal.model_form(status) for status in listed]})
        else:
            terminal.models(listed, settings.models)
    else:
        with terminal.download() as progress:
            pull(arguments.name, settings.models, progress)
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


def _each_question(arguments: argparse.Namespace, act: Callable[[Any, dict[str, Any], Filters], None]) -> int:
    from app.service import Service

    queries = list(_queries(arguments))
    with closing(Service(_settings(arguments), create=False)) as service:
        service.update_index_if_free()
        for query in queries:
            act(service, query, _filters(arguments, query))
    return 0


def _queries(arguments: argparse.Namespace) -> Iterator[dict[str, Any]]:
    """The question, or every line of the batch; a bad line is refused before anything is asked."""
    if arguments.batch is None:
        if not arguments.question.strip():
            raise SourceError("The question is empty.", "Write one.")
        yield {"question": arguments.question}
        return
    try:
        text = sys.stdin.read() if arguments.batch == "-" else Path(arguments.batch).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"{arguments.batch} cannot be read: {error}.", "Give a file of JSON lines.") from error
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            yield _query(line, f"{arguments.batch}, line {number}")


def _query(line: str, where: str) -> dict[str, Any]:
    try:
        query = json.loads(line)
    except json.JSONDecodeError as error:
        raise SourceError(f"{where} is no JSON: {error.msg}.", "Correct the line.") from error
    if not isinstance(query, dict) or not isinstance(query.get("question"), str) or not query["question"].strip():
        raise SourceError(f"{where} has no question.", 'Write {"id": ..., "question": "..."}.')
    wanted = query.get("articles")
    if wanted is not None and not (isinstance(wanted, list) and all(isinstance(item, str) for item in wanted)):
        raise SourceError(f"{where} has articles that are no list of ids.", 'Write "articles": ["ID", ...].')
    return query


def _filters(arguments: argparse.Namespace, query: dict[str, Any]) -> Filters:
    wanted = query.get("articles") if query.get("articles") is not None else arguments.article
    return Filters(articles=tuple(wanted), since=arguments.since, until=arguments.until, publisher=arguments.publisher)


def _update_index(service: Any) -> None:
    """Encode what was stored. Without an encoder it stays findable by its words, and that is said."""
    try:
        with terminal.indexing() as progress:
            service.update_index(progress)
    except ModelError as error:
        print(f"Stored, but found by words only for now: {error}", file=sys.stderr)


def _export(library: Any, target: str) -> int:
    if target == "-":
        return _write_lines(library, sys.stdout)
    try:
        with open(target, "w", encoding="utf-8") as file:
            return _write_lines(library, file)
    except OSError as error:
        raise SourceError(f"{target} cannot be written: {error.strerror}.", "Name another file.") from error


def _write_lines(library: Any, file: Any) -> int:
    count = 0
    for count, record in enumerate(library.export(), 1):  # noqa: B007 - the last count is the total
        file.write(json.dumps(record, ensure_ascii=False) + "\n")
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
    print(json.dumps(form, ensure_ascii=False, indent=None if lines else 2), flush=True)
