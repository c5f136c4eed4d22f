"""Who can write besides the local model: one row for each provider, and what their errors mean."""

from __future__ import annotations

import importlib.util
import os
from dataclasses import dataclass
from typing import Any

from ingest.errors import ModelError

TIMEOUT = 60  # seconds without a word before a provider counts as gone
RETRIES = 2  # of a refused connection, a full queue or a server's fault, made by the provider's own package


@dataclass(frozen=True, slots=True)
class Provider:
    name: str  # as LangChain's init_chat_model knows it
    package: str  # as pip knows it
    key: str | None  # the environment variable that holds the key; None where none is needed
    tokens: str = "max_tokens"  # what the package calls the most tokens it may write

    @property
    def installed(self) -> bool:
        return importlib.util.find_spec(self.package.replace("-", "_")) is not None

    @property
    def key_value(self) -> str:
        return os.environ.get(self.key, "") if self.key else ""

    def require(self, *, key: bool) -> None:
        """Raises ModelError where the package, or with `key` the key, is missing."""
        if not self.installed:
            what = f"The provider {self.name} needs the package {self.package}."
            raise ModelError(what, f"Run: pip install {self.package}")
        if key and self.key and not self.key_value:
            what = f"The provider {self.name} needs a key in the environment variable {self.key}."
            raise ModelError(what, f"Run: export {self.key}=...")

    def options(self, max_tokens: int, url: str = "") -> dict[str, Any]:
        """What its LangChain class is told besides the model; `url` is one's own server."""
        if self.name == "ollama":  # its package has no retries, and passes a timeout to its HTTP client
            return {self.tokens: max_tokens, "client_kwargs": {"timeout": TIMEOUT}}
        options = {self.tokens: max_tokens, "timeout": TIMEOUT, "max_retries": RETRIES}
        if url:  # older such servers know max_tokens alone, LangChain sends its new name alone: so both
            options |= {"base_url": url, "extra_body": {"max_tokens": max_tokens}}
            options |= {} if self.key_value else {"api_key": "none"}
        return options


PROVIDERS = {
    provider.name: provider
    for provider in (
        Provider("openai", "langchain-openai", "OPENAI_API_KEY"),
        Provider("anthropic", "langchain-anthropic", "ANTHROPIC_API_KEY"),
        Provider("google_genai", "langchain-google-genai", "GOOGLE_API_KEY"),
        Provider("mistralai", "langchain-mistralai", "MISTRAL_API_KEY"),
        Provider("groq", "langchain-groq", "GROQ_API_KEY"),
        Provider("deepseek", "langchain-deepseek", "DEEPSEEK_API_KEY"),
        Provider("xai", "langchain-xai", "XAI_API_KEY"),
        Provider("upstage", "langchain-upstage", "UPSTAGE_API_KEY"),
        Provider("ollama", "langchain-ollama", None, tokens="num_predict"),
    )
}


def status_of(error: BaseException) -> int | None:
    """The HTTP status behind a provider's error; their packages agree on these two places."""
    response = getattr(error, "response", None)
    for found in (getattr(error, "status_code", None), getattr(response, "status_code", None)):
        if isinstance(found, int):
            return found
    return None


def explain(error: BaseException, name: str, key: str | None = None, where: str = "") -> ModelError:
    """One line for what a provider's package raised. Nothing of a 401 is quoted: it may hold part of the key.

    `name` is provider:model, `key` the environment variable of its key, `where` the address if one was set.
    """
    status, kind = status_of(error), type(error).__name__
    at = f" at {where}" if where else ""
    if status in (401, 403):
        return ModelError(f"{name}{at} refused the key.", f"Check {key}." if key else "Check its key.")
    if status == 404:
        return ModelError(f"{name} is not known{at}.", "Check the settings chat_model and chat_url.")
    if status == 429:
        return ModelError(f"{name} takes no more questions now: rate limit or quota.", "Ask again later.")
    if status is not None and status >= 500:
        return ModelError(f"{name}{at} failed with status {status}.", "Ask again later.")
    if "Timeout" in kind:
        return ModelError(f"{name}{at} did not answer in {TIMEOUT} s.", "Ask again later.")
    if isinstance(error, ConnectionError) or "Connect" in kind:
        return ModelError(f"{name} cannot be reached{at}.", "Check the network and the setting chat_url.")
    return ModelError(f"{name} failed: {kind}: {_first_line(error, key)}")


def _first_line(error: BaseException, key: str | None) -> str:
    line = next(iter(str(error).splitlines()), "")[:200]
    secret = os.environ.get(key, "") if key else ""
    return line.replace(secret, "***") if secret else line
