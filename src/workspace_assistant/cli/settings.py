"""`settings`: every setting, as `settings.toml` keeps it; the window shows the same ones."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from workspace_assistant.cli.json_option import add_json
from workspace_assistant.cli.language import worded
from workspace_assistant.cli.output import say, say_json
from workspace_assistant.cli.settings_words import document, heading, locked_lines, setting_lines
from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.settings.managed import LOCKED
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from workspace_assistant.cli.json_option import Actions
    from workspace_assistant.cli.settings_tools import SettingsTools
    from workspace_assistant.core.settings.model import Setting

_NO_SETTING = QT_TRANSLATE_NOOP(
    "settings", "“{name}” is no setting. All names: workspace-assistant settings list"
)
_NO_SECTION = QT_TRANSLATE_NOOP("settings", "“{name}” is no section. There are: {known}")
_NOTHING_NAMED = QT_TRANSLATE_NOOP("settings", "Name the settings to reset, or give --all.")


def register(commands: Actions) -> list[argparse.ArgumentParser]:
    parser = commands.add_parser(
        "settings",
        help=worded("what you can set: list, read, change"),
        description=worded(
            "Reads and changes settings. They lie in a file that you can edit as well; "
            "changes take effect at once."
        ),
    )
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    return [parser, *_reading(actions), *_changing(actions)]


def _reading(actions: Actions) -> Iterator[argparse.ArgumentParser]:
    one = actions.add_parser("list", help=worded("every setting with its value and its bounds"))
    one.add_argument(
        "section", nargs="?", metavar="SECTION", help=worded("of one section, such as breaks")
    )
    add_json(one)
    one.set_defaults(run=_list, json=False)
    yield one
    one = actions.add_parser("get", help=worded("print one value"))
    one.add_argument("name", metavar="NAME", help=worded("such as breaks.is_on"))
    one.set_defaults(run=_get)
    yield one
    one = actions.add_parser("path", help=worded("print where the file is"))
    one.set_defaults(run=_path)
    yield one


def _changing(actions: Actions) -> Iterator[argparse.ArgumentParser]:
    one = actions.add_parser("set", help=worded("change one setting"))
    one.add_argument("name", metavar="NAME", help=worded("such as breaks.is_on"))
    one.add_argument("value", metavar="VALUE", help=worded("as the list shows it"))
    one.set_defaults(run=_set)
    yield one
    one = actions.add_parser("reset", help=worded("as delivered again"))
    one.add_argument("names", nargs="*", metavar="NAME", help=worded("such as breaks.is_on"))
    one.add_argument("--all", action="store_true", help=worded("every setting"))
    one.set_defaults(run=_reset)
    yield one


def _list(arguments: argparse.Namespace, tools: SettingsTools) -> int:
    shown = tuple(_shown(arguments.section))
    kept, managed = tools.kept(), tools.managed()
    if arguments.json:
        say_json(document(shown, kept, managed))
        return 0
    section = None
    for setting in shown:
        if setting.section is not section:
            section = setting.section
            say(heading(section, is_first=setting is shown[0]))
        for line in setting_lines(setting, kept, managed):
            say(line)
    if arguments.section is None:
        for line in locked_lines(shown, managed):
            say(f"\n{line}")
    return 0


def _get(arguments: argparse.Namespace, tools: SettingsTools) -> int:
    setting = _named(arguments.name)
    say(tools.kept().get(setting.key) or setting.default)
    return 0


def _path(_: argparse.Namespace, tools: SettingsTools) -> int:
    say(str(tools.path))
    return 0


def _set(arguments: argparse.Namespace, tools: SettingsTools) -> int:
    from workspace_assistant.core.settings.rules import refusal
    from workspace_assistant.core.settings.written import kept_of

    setting = _named(arguments.name)
    text = kept_of(setting, arguments.value, worded)
    if (fault := refusal(setting, text, tools.kept())) is not None:
        raise RefusedError(fault.sentence, **fault.parts)
    _keep(tools, {setting.key: text})
    return 0


def _reset(arguments: argparse.Namespace, tools: SettingsTools) -> int:
    if arguments.all == bool(arguments.names):
        raise RefusedError(_NOTHING_NAMED)
    locked = tools.managed().lock
    named = [one.key for one in _shown(None)] if arguments.all else arguments.names
    free = [name for name in named if not (arguments.all and name in locked)]
    _keep(tools, {_named(name).key: "" for name in free})
    return 0


def _keep(tools: SettingsTools, values: dict[str, str]) -> None:
    managed = tools.managed()
    for name, text in values.items():
        if managed.lock.get(name, text) != text:
            raise RefusedError(LOCKED, name=name, place=managed.place)
    tools.keep(values)


def _shown(section: str | None) -> Iterator[Setting]:
    from workspace_assistant.core.settings.catalog import SETTINGS
    from workspace_assistant.core.settings.model import Section

    if section is not None and section not in {*Section}:
        known = ", ".join(Section)
        raise RefusedError(_NO_SECTION, name=section, known=known)
    yield from (one for one in SETTINGS.values() if section in {None, one.section.value})


def _named(name: str) -> Setting:
    from workspace_assistant.core.settings.catalog import SETTINGS

    if name not in SETTINGS:
        raise RefusedError(_NO_SETTING, name=name)
    return SETTINGS[name]
