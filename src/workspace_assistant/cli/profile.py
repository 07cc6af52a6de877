"""`profile`: shows, validates and chooses the workplace profile, and keeps its password."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from workspace_assistant.cli.language import worded
from workspace_assistant.cli.output import say, say_json
from workspace_assistant.cli.passwords import ask_password
from workspace_assistant.cli.profile_choice import chosen_profile, naming, read_named_profile
from workspace_assistant.cli.running import run_job
from workspace_assistant.cli.services import CliServices
from workspace_assistant.core.readiness.profile.relay_login import login_hosts

if TYPE_CHECKING:
    from argparse import _SubParsersAction


def register(commands: _SubParsersAction[argparse.ArgumentParser]) -> list[argparse.ArgumentParser]:
    parser = commands.add_parser(
        "profile", help=worded("show, validate or use a workplace profile")
    )
    actions = parser.add_subparsers(dest="action", required=True, metavar=worded("ACTION"))
    show = actions.add_parser("show", help=worded("print the profile in use"))
    show.add_argument("--json", action="store_true", help=worded("print a JSON document"))
    show.set_defaults(run=_show)
    validate = actions.add_parser("validate", help=worded("list every fault of a profile file"))
    validate.add_argument("file", type=Path, metavar=worded("FILE"))
    validate.set_defaults(run=_validate)
    use = actions.add_parser("use", help=worded("measure against this profile from now on"))
    source = use.add_mutually_exclusive_group(required=True)
    source.add_argument("file", type=Path, nargs="?", metavar=worded("FILE"))
    source.add_argument(
        "--default", action="store_true", help=worded("the profile that ships with us")
    )
    use.set_defaults(run=_use)
    password = actions.add_parser(
        "turn-password",
        help=worded("keep the password of the profile's TURN user in the system's keyring"),
    )
    password.add_argument("--forget", action="store_true", help=worded("remove it from there"))
    password.add_argument(
        "--profile", type=Path, metavar=worded("FILE"), help=worded("not the one in use")
    )
    password.set_defaults(run=_turn_password)
    return [parser, show, validate, use, password]


def _show(arguments: argparse.Namespace, services: CliServices) -> int:
    profile = chosen_profile(services, None)
    if arguments.json:
        say_json({"schema": "workspace-assistant/profile/1", **asdict(profile)})
    else:
        say(f"# {services.active_profile_path()}")
        say(f"# {profile.digest}")
        say(services.active_profile_path().read_text(encoding="utf-8").rstrip())
    return 0


def _validate(arguments: argparse.Namespace, services: CliServices) -> int:
    profile = read_named_profile(services, arguments.file)
    say(
        worded(
            "{file}: fine. {name}, {digest}",
            file=str(arguments.file),
            name=worded(profile.name),
            digest=profile.digest,
        )
    )
    return 0


def _use(arguments: argparse.Namespace, services: CliServices) -> int:
    if arguments.default:
        services.forget_profile()
        profile = chosen_profile(services, None)
    else:
        with naming(arguments.file):
            profile = services.use_profile(arguments.file)
    say(worded("From now on checks measure against: {name}", name=worded(profile.name)))
    return 0


def _turn_password(arguments: argparse.Namespace, services: CliServices) -> int:
    profile = chosen_profile(services, arguments.profile)
    if arguments.forget:
        was_kept = run_job(partial(services.forget_turn_password, profile))
        say(
            worded("The password is forgotten.")
            if was_kept
            else worded("There was no password to forget.")
        )
        return 0
    hosts = ", ".join(login_hosts(profile))  # before anybody is asked for nothing
    password = ask_password(
        worded(
            "Password of {user} at {hosts}: ", user=profile.voice_path.turn_username, hosts=hosts
        )
    )
    run_job(partial(services.keep_turn_password, profile, password))
    say(worded("The password is in the system's keyring."))
    return 0
