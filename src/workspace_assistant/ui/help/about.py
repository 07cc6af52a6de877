"""What the help says of the program itself: what it is, its license, and what it is made with."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from workspace_assistant import __version__
from workspace_assistant.core.text import Say
from workspace_assistant.ui.help import texts
from workspace_assistant.ui.help.components import OWN_NAME, Component, license_texts, own_license

ABOUT = "about"


def about_text(say: Say) -> str:
    """In Markdown; its title is the topic's."""
    version = say(texts.VERSION, version=__version__)
    said = (texts.WHAT_IT_IS, texts.KEEPS_TO_ITSELF, texts.OWN_LICENSE, texts.LANGUAGES)
    return "\n\n".join([f"# {say(texts.ABOUT)}", version, *map(say, said)]) + "\n"


def components_text(components: Sequence[Component], say: Say) -> str:
    """The table of components in Markdown; each name leads to its license, within this page."""
    rows = [
        f"| [{one.name}](#{one.name}) | {_cell(one.version)} | {_cell(one.license)} |"
        for one in (Component(name=OWN_NAME, version=__version__, license="MIT"), *components)
    ]
    columns = [say(one) for one in (texts.COMPONENT, texts.VERSION_COLUMN, texts.LICENSE)]
    head = [f"| {' | '.join(columns)} |", "|---|---|---|"]
    return "\n".join([f"## {say(texts.COMPONENTS)}", "", say(texts.MADE_WITH), "", *head, *rows])


def license_html(name: str, components: Sequence[Component], say: Say) -> str:
    """The texts of one component; its first link leads back."""
    found = next((one for one in components if one.name == name), None)
    text = own_license() if name == OWN_NAME else license_texts(found) if found else ""
    back = f'<p><a href="#{ABOUT}">{escape(say(texts.BACK))}</a></p>'
    body = escape(text.strip() or say(texts.NO_TEXT))
    return f'{back}<h2>{escape(name)}</h2><pre style="white-space: pre-wrap">{body}</pre>'


def _cell(words: str) -> str:
    """Plain words in a table of Markdown."""
    return words.replace("|", "/").replace("*", "").replace("_", "\\_") or "-"
