"""Decides what a start is: the window, or a command."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from functools import partial
from importlib import import_module
from pathlib import Path

from workspace_assistant import __version__
from workspace_assistant.adapters.files.locations import data_dir
from workspace_assistant.adapters.sqlite.database_keys import find_keys_by
from workspace_assistant.bootstrap.data_file import (
    DATABASE_NAME,
    ERASING_FOLDER,
    RESTORE_MARK,
    SWITCH_MARK,
)

# Where what a command works with is made: module and function. All others get the last.
_MAKERS = {
    "focus": ("focus", "focus_tools"),
    "shifts": ("shift_tools", "shift_tools"),
    "watch": ("line_watch", "watch_tools"),
    "schedule": ("schedule_tools", "schedule_tools"),
    "reminders": ("schedule_tools", "schedule_tools"),
    "tips": ("tips_tools", "tip_tools"),
    "breaks": ("breaks_tools", "break_tools"),
    "ergonomics": ("ergonomics_tools", "ergonomics_tools"),
    "check-in": ("check_in", "check_in_tools"),
    "week": ("week_tools", "week_tools"),
    "publish": ("publishing", "publish_tools"),
    "settings": ("settings_tools", "settings_tools"),
    "data": ("data_tools", "data_tools"),
}
_CHECKS = ("services", "cli_services")

_THINGS_UNTIL_A_LOOK = 50_000


def run(argv: Sequence[str]) -> int:
    """Runs the command in *argv*, or the window when there is none, and returns the exit code."""
    from workspace_assistant.adapters.system.core_dumps import forbid_core_dumps
    from workspace_assistant.bootstrap.calendar_address import address_of_environment
    from workspace_assistant.bootstrap.language import speak_users_language
    from workspace_assistant.bootstrap.publish_token import token_of_environment
    from workspace_assistant.bootstrap.turn_password import password_of_environment
    from workspace_assistant.cli import main as command_line
    from workspace_assistant.cli.language import worded
    from workspace_assistant.cli.output import tell

    # Little is thrown away at a start: looking for that after every 700 things is a tenth of it.
    # A window looks as usual again once it is painted.
    gc.set_threshold(_THINGS_UNTIL_A_LOOK)
    forbid_core_dumps()  # before there is a secret
    password_of_environment()
    address_of_environment()
    token_of_environment()
    # A recording of seconds needs no pool of threads, which costs as much to start as to measure.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    find_keys_by(_key_of_database)
    os.umask(0o077)  # what we write about a person's work is for that person alone
    speak_users_language(argv)
    arguments = command_line.parse(argv)
    if arguments.version:
        sys.stdout.write(f"workspace-assistant {__version__}\n")
        return 0
    if arguments.command is None and has_display():
        return command_line.explained(
            lambda: _open_window(data_dir(arguments.data_dir), argv, in_tray=arguments.in_tray)
        )
    if arguments.command is None:
        tell(worded("There is no display for the window: running the check here."))
        return run(["check", *argv])
    return command_line.main(arguments, lambda: _tools(arguments.command, arguments.data_dir))


def has_display() -> bool:
    """Whether a window can open. Windows and macOS always have one."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _tools(command: str, chosen_dir: Path | None) -> object:
    """What the command works with, and nothing else: some are typed many times a day."""
    from workspace_assistant.bootstrap.log_file import start_log

    directory = data_dir(chosen_dir)
    start_log(directory)
    _end_what_was_cut_short(directory)
    _tell_faults_of_settings(directory)
    module, make = _MAKERS.get(command, _CHECKS)
    return getattr(import_module(f"workspace_assistant.bootstrap.{module}"), make)(directory)


def _tell_faults_of_settings(directory: Path) -> None:
    """Whoever edited that file by hand reads here what in it is not followed."""
    from workspace_assistant.adapters.files.choices import ChoicesFile
    from workspace_assistant.cli.language import worded
    from workspace_assistant.cli.output import tell

    for fault in ChoicesFile(directory).faults():
        tell(worded(fault))


def _open_window(directory: Path, argv: Sequence[str], *, in_tray: bool) -> int:
    from dataclasses import replace

    from workspace_assistant.bootstrap.first_run import first_step
    from workspace_assistant.bootstrap.language import user_language, user_say
    from workspace_assistant.bootstrap.log_file import last_lines, start_log
    from workspace_assistant.bootstrap.look import (
        chosen_appearance,
        chosen_motion,
        chosen_single_keys,
        chosen_text_percent,
    )
    from workspace_assistant.bootstrap.window import window_services
    from workspace_assistant.core.languages import language_of
    from workspace_assistant.ui.app import BEGIN_ANEW, Start, run_window

    start = Start(
        directory=directory,
        arguments=tuple(argv),
        in_tray=in_tray,
        log_lines=partial(last_lines, directory),
        appearance=partial(chosen_appearance, directory),
        motion=partial(chosen_motion, directory),
        single_keys=partial(chosen_single_keys, directory),
    )
    code = BEGIN_ANEW
    while code == BEGIN_ANEW:
        start_log(directory)
        _end_what_was_cut_short(directory)
        user_language.cache_clear()  # another one may have been chosen
        spoken = replace(
            start,
            language=language_of(user_language(directory)),
            say=user_say(directory),
            text_percent=chosen_text_percent(directory),
            first_step=first_step(directory),
        )
        code = run_window(window_services(directory), spoken)
    return code


def _end_what_was_cut_short(directory: Path) -> None:
    """What was killed, such as a restore: three looks at the directory where nothing was."""
    if (directory / ERASING_FOLDER).exists():
        from workspace_assistant.bootstrap.data_erase import finish_erasing

        finish_erasing(directory)
    if (directory / RESTORE_MARK).exists():
        from workspace_assistant.bootstrap.data_restore import finish_restore

        finish_restore(directory)
    if (directory / SWITCH_MARK).exists():
        from workspace_assistant.adapters.sqlite.database import let_go
        from workspace_assistant.bootstrap.encryption import finish_switch

        let_go(directory / DATABASE_NAME)  # a window before this one may hold the old file
        finish_switch(directory)


def _key_of_database(path: Path) -> str:
    """Asked for only where the data is encrypted."""
    from workspace_assistant.bootstrap.database_key import key_of_database

    return key_of_database(path)
