"""What the `tips` commands are given."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from workspace_assistant.adapters.files.tips_catalog import read_tips
from workspace_assistant.bootstrap.present_zone import user_zone
from workspace_assistant.bootstrap.tips import tip_service
from workspace_assistant.cli.tips_services import TipTools


def tip_tools(data_dir: Path) -> TipTools:
    return TipTools(service=partial(tip_service, data_dir), zone=user_zone, read_tips=read_tips)
