"""What the page Settings knows. Plain Python."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from workspace_assistant.core.readiness.profile.model import WorkplaceProfile
from workspace_assistant.core.settings.catalog import SETTINGS
from workspace_assistant.core.settings.managed import Managed
from workspace_assistant.core.settings.model import Setting
from workspace_assistant.core.settings.rules import same

_NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What is kept.

    Attributes:
        kept: texts by name, those of the organization among them.
        faults: what is wrong in files that people write, a sentence each.
        profile: None where it cannot be read.
        profile_place: its file; empty for the one that comes with the program.
        microphone: the name of the chosen one; empty for the system's own.
        path: the file that may be edited.
    """

    kept: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    managed: Managed = field(default_factory=Managed)
    faults: tuple[str, ...] = ()
    profile: WorkplaceProfile | None = None
    profile_place: str = ""
    microphone: str = ""
    path: str = ""

    def usual(self, setting: Setting) -> str:
        """What counts where the person chose nothing."""
        return self.managed.preset.get(setting.key) or setting.default

    def value(self, setting: Setting) -> str:
        return self.kept.get(setting.key) or self.usual(setting)

    def is_locked(self, key: str) -> bool:
        return key in self.managed.lock

    def is_changed(self, setting: Setting) -> bool:
        value = self.kept.get(setting.key) or self.usual(setting)
        return not self.is_locked(setting.key) and not same(setting, value, self.usual(setting))

    def changed(self) -> tuple[str, ...]:
        return tuple(key for key, one in SETTINGS.items() if self.is_changed(one))


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What the person did, to be undone.

    Attributes:
        before, after: texts by name; empty for what is not kept.
        part: the part of the page that was reset, or ``all``; empty for a single setting.
    """

    before: Mapping[str, str]
    after: Mapping[str, str]
    part: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """Attributes: `typed` is what the field still shows, `reason` why it is not kept."""

    typed: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What is known now.

    Attributes:
        seen: None before the first look.
        changes: oldest first.
        mistakes: by name.
        opened: parts of which every row is shown.
        trouble: why nothing can be read or kept, a sentence; empty when all is well.
        is_late: something was changed that counts from the next start.
    """

    seen: Seen | None = None
    changes: tuple[Change, ...] = ()
    mistakes: Mapping[str, Mistake] = field(default_factory=dict)
    opened: frozenset[str] = frozenset()
    trouble: str = ""
    is_late: bool = False
