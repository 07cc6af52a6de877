"""What the words of the time log are called where a person reads them."""

from __future__ import annotations

from workspace_assistant.core.focus.model import BlockState, Cause, Channel, GapReason, Origin
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

CHANNELS = {
    Channel.PHONE: QT_TRANSLATE_NOOP("focus", "Phone"),
    Channel.EMAIL: QT_TRANSLATE_NOOP("focus", "Email"),
    Channel.CHAT: QT_TRANSLATE_NOOP("focus", "Chat"),
    Channel.SOCIAL: QT_TRANSLATE_NOOP("focus", "Social media"),
    Channel.ADMIN: QT_TRANSLATE_NOOP("focus", "Administration"),
    Channel.LEARNING: QT_TRANSLATE_NOOP("focus", "Learning"),
    Channel.MEETING: QT_TRANSLATE_NOOP("focus", "Meeting"),
    Channel.OTHER: QT_TRANSLATE_NOOP("focus", "Other"),
}

CAUSES = {
    Cause.NOISE: QT_TRANSLATE_NOOP("focus", "Noise"),
    Cause.FAMILY: QT_TRANSLATE_NOOP("focus", "Family"),
    Cause.PET: QT_TRANSLATE_NOOP("focus", "Pet"),
    Cause.PHONE: QT_TRANSLATE_NOOP("focus", "Phone"),
    Cause.CHAT: QT_TRANSLATE_NOOP("focus", "Chat"),
    Cause.DOOR: QT_TRANSLATE_NOOP("focus", "Door"),
    Cause.SELF: QT_TRANSLATE_NOOP("focus", "Myself"),
    Cause.TECHNICAL: QT_TRANSLATE_NOOP("focus", "Technical"),
    Cause.OTHER: QT_TRANSLATE_NOOP("focus", "Other"),
}

ORIGINS = {
    Origin.INTERNAL: QT_TRANSLATE_NOOP("focus", "From myself"),
    Origin.EXTERNAL: QT_TRANSLATE_NOOP("focus", "From outside"),
}

STATES = {
    BlockState.RUNNING: QT_TRANSLATE_NOOP("focus", "Running"),
    BlockState.PAUSED: QT_TRANSLATE_NOOP("focus", "Paused"),
    BlockState.AWAY: QT_TRANSLATE_NOOP("focus", "Away"),
    BlockState.COMPLETED: QT_TRANSLATE_NOOP("focus", "Completed"),
    BlockState.UNCOMPLETED: QT_TRANSLATE_NOOP("focus", "Not completed"),
    BlockState.ENDED: QT_TRANSLATE_NOOP("focus", "Ended"),
}

GAP_REASONS = {
    GapReason.PAUSE: QT_TRANSLATE_NOOP("focus", "Pause"),
    GapReason.BREAK: QT_TRANSLATE_NOOP("focus", "Break"),
    GapReason.IDLE: QT_TRANSLATE_NOOP("focus", "No input"),
    GapReason.LOCK: QT_TRANSLATE_NOOP("focus", "Screen locked"),
    GapReason.SUSPEND: QT_TRANSLATE_NOOP("focus", "Computer asleep"),
    GapReason.NOT_WATCHED: QT_TRANSLATE_NOOP("focus", "Nobody watched"),
    GapReason.UNDONE: QT_TRANSLATE_NOOP("focus", "Open since an undo"),
}
