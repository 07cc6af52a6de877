"""What is known of publishing, and what goes on with it. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from workspace_assistant.core.publishing.model import Group, Preview, Status
from workspace_assistant.ui.data.situation import Remark


class PublishAct(Enum):
    """What runs; one at a time."""

    LOOK = auto()
    AGREE = auto()
    SEND = auto()
    WITHDRAW = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What the person may agree to: exactly what was shown to them."""

    url: str
    groups: frozenset[Group]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishSituation:
    """All that the card shows.

    Attributes:
        status: None until it was read once; `trouble` says why not.
        is_form_open: an address and fields are being written.
        preview: what would be, or is, sent, while that is shown.
        offer: what `preview` is of, where it is there to be agreed to.
        asks_off: it is asked whether to turn it off.
    """

    status: Status | None = None
    trouble: str = ""
    act: PublishAct | None = None
    remark: Remark | None = None
    is_form_open: bool = False
    preview: Preview | None = None
    offer: Offer | None = None
    asks_off: bool = False
