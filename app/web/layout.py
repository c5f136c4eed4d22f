"""Where the parts of the page are, and the words on those that Gradio draws."""

from __future__ import annotations

from typing import Any

import gradio as gr

from app.web.texts import text
from ingest.records import Language

# The HTML parts are painted by the server; listener.js makes their buttons and fields act.
_PART = "window.geungeo.part(element, trigger, watch)"
_PANEL = "window.geungeo.panel(element, trigger, watch)"
_TICK = 2.0  # seconds between looks at the models while they load
_FILES = [".txt", ".md", ".html", ".htm", ".jsonl"]


class Layout:
    """The components, each under the name that painting and handlers know it by. Built inside gr.Blocks."""

    def __init__(self) -> None:
        self.token = gr.Textbox(visible=False)
        self.timer = gr.Timer(_TICK)
        self.masthead = _html("masthead")
        with gr.Row(elem_id="work"):
            with gr.Column(elem_id="talk"):
                self._talk()
            with gr.Column(elem_id="side"), gr.Tabs(elem_id="tabs", selected="evidence") as self.tabs:
                with gr.Tab("Evidence", id="evidence") as self.evidence_tab:
                    self.panel = _html("panel", _PANEL)
                with gr.Tab("Articles", id="articles") as self.articles_tab, gr.Column(elem_id="articles"):
                    self._articles()

    def _talk(self) -> None:
        self.welcome = _html("welcome")
        self.chat = gr.Chatbot(
            elem_id="chat",
            show_label=False,
            container=False,
            height=None,
            layout="panel",
            buttons=[],  # its own copy button would copy markup
            feedback_options=None,
            group_consecutive_messages=False,
            sanitize_html=True,  # a second wall: everything in a message is escaped already
            allow_tags=False,
            latex_delimiters=[],
        )
        self.scope = _html("scope")
        with gr.Row(elem_id="composer"):
            self.question = gr.Textbox(elem_id="question", lines=1, max_lines=6, autofocus=True, **_BARE)
            self.ask = gr.Button(elem_id="ask", variant="primary", scale=0)
            self.stop = gr.Button(elem_id="stop", scale=0, visible=False)

    def _articles(self) -> None:
        with gr.Row(elem_id="adding"):
            self.upload = gr.UploadButton(
                elem_id="upload", file_count="multiple", file_types=_FILES, size="sm", scale=0
            )
            self.formats = gr.HTML(elem_id="formats")
        with gr.Accordion("Paste", open=False, elem_id="paste") as self.pasting:
            self.title = gr.Textbox(elem_id="paste-title", **_BARE)
            self.body = gr.Textbox(elem_id="paste-body", lines=5, max_lines=12, **_BARE)
            self.add = gr.Button(elem_id="add", size="sm")
        self.added = gr.HTML(elem_id="added")
        self.find = gr.Textbox(elem_id="find", **_BARE)
        self.shelf = _html("shelf")

    @property
    def labelled(self) -> list[Any]:
        """The components that `labels` puts words on."""
        asking = [self.question, self.evidence_tab, self.upload, self.formats, self.pasting]
        return [*asking, self.title, self.body, self.add, self.find]

    def labels(self, language: Language) -> dict[Any, Any]:
        """The words on Gradio's own components. Only for an event's reply: while the page is laid out, gr.Textbox(...) adds one."""

        def word(key: str) -> str:
            return text(key, language)

        return {
            self.question: gr.Textbox(placeholder=word("question"), label=word("question")),
            self.evidence_tab: gr.Tab(label=word("evidence")),
            self.upload: gr.UploadButton(label=word("upload")),
            self.formats: f"<span>{word('formats')}</span>",
            self.pasting: gr.Accordion(label=word("paste_toggle")),
            self.title: gr.Textbox(placeholder=word("paste_title"), label=word("paste_title")),
            self.body: gr.Textbox(placeholder=word("paste"), label=word("paste")),
            self.add: gr.Button(word("add")),
            self.find: gr.Textbox(placeholder=word("find"), label=word("find")),
        }


_BARE = {"show_label": False, "container": False}


def _html(name: str, js: str = _PART) -> gr.HTML:
    # html_template stays the default, which shows the value as it is: a template of our own would be run with the value in it.
    return gr.HTML(elem_id=name, js_on_load=js, apply_default_css=False)
