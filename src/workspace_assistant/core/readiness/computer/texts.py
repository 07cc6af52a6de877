"""Every sentence of the computer check."""

from __future__ import annotations

from workspace_assistant.core.readiness.computer.model import Absence
from workspace_assistant.core.readiness.findings import FindingText
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

WATCHING = QT_TRANSLATE_NOOP("computer", "Watching the processor and the programs")
WATCHING_ON = QT_TRANSLATE_NOOP("computer", "The processor is busy: watching whether it stays so")
READING_STATE = QT_TRANSLATE_NOOP("computer", "Reading memory, disk and power")

FINDINGS = {
    "cpu-busy": FindingText(
        QT_TRANSLATE_NOOP(
            "computer", "The processor is {value} busy. {program} uses most: {share}."
        ),
        QT_TRANSLATE_NOOP(
            "computer",
            "Close {program} or wait until it is done, then check again. Up to {limit} is fine.",
        ),
    ),
    "cpu-busy-unknown": FindingText(
        QT_TRANSLATE_NOOP(
            "computer",
            "The processor is {value} busy, and the system does not show with which program.",
        ),
        QT_TRANSLATE_NOOP(
            "computer",
            "Wait for updates and scans to end or restart the computer, then check again. "
            "Up to {limit} is fine.",
        ),
    ),
    "memory-low": FindingText(
        QT_TRANSLATE_NOOP("computer", "{value} of the memory is in use; {available} is left."),
        QT_TRANSLATE_NOOP(
            "computer",
            "Close programs and browser tabs that you do not need for work. Up to {limit} is fine.",
        ),
    ),
    "memory-pressure": FindingText(
        QT_TRANSLATE_NOOP("computer", "Programs waited for memory {value} of the time."),
        QT_TRANSLATE_NOOP(
            "computer",
            "Close programs and browser tabs that you do not need for work; "
            "calls stutter while the computer swaps.",
        ),
    ),
    "disk-almost-full": FindingText(
        QT_TRANSLATE_NOOP(
            "computer", "Only {value} is free on the disk that holds this program's data."
        ),
        QT_TRANSLATE_NOOP("computer", "Empty the trash or move files until {limit} is free."),
    ),
    "on-battery": FindingText(
        QT_TRANSLATE_NOOP("computer", "The computer runs on its battery, charged to {charge}."),
        QT_TRANSLATE_NOOP("computer", "Plug it in: on battery many computers run slower."),
    ),
    "battery-low": FindingText(
        QT_TRANSLATE_NOOP(
            "computer", "The computer runs on its battery, and only {value} is left."
        ),
        QT_TRANSLATE_NOOP("computer", "Plug it in before the shift begins."),
    ),
    "thermal-throttling": FindingText(
        QT_TRANSLATE_NOOP(
            "computer", "Heat made the processor slow down {value} times in {window}."
        ),
        QT_TRANSLATE_NOOP(
            "computer", "Free the air vents, put the computer on a hard surface and close programs."
        ),
    ),
    "restart-pending": FindingText(
        QT_TRANSLATE_NOOP("computer", "An installed update waits for a restart."),
        QT_TRANSLATE_NOOP(
            "computer", "Restart before the shift, so that the update does not interrupt a call."
        ),
    ),
}

# The sentence behind "not measured", by measurement and reason.
_ABSENT = {
    ("computer.cpu_utilization", Absence.CLOCK_STOPPED): QT_TRANSLATE_NOOP(
        "computer", "The system's processor counters stood still while they were watched."
    ),
    ("computer.on_battery", Absence.NO_BATTERY): QT_TRANSLATE_NOOP(
        "computer", "This computer has no battery that the system knows of."
    ),
    ("computer.on_battery", Absence.NOT_SUPPORTED): QT_TRANSLATE_NOOP(
        "computer", "The system does not say whether the battery or the mains feeds this computer."
    ),
    ("computer.battery", Absence.NO_BATTERY): QT_TRANSLATE_NOOP(
        "computer", "This computer has no battery that the system knows of."
    ),
    ("computer.temperature", Absence.NO_SENSOR): QT_TRANSLATE_NOOP(
        "computer", "This computer shows no sensor in its processor."
    ),
    ("computer.temperature", Absence.NOT_SUPPORTED): QT_TRANSLATE_NOOP(
        "computer", "This system does not show the temperature of the processor to programs."
    ),
    ("computer.swap_used", Absence.NO_SWAP): QT_TRANSLATE_NOOP(
        "computer", "This computer has no swap space."
    ),
    ("computer.cpu_pressure", Absence.NOT_SUPPORTED): QT_TRANSLATE_NOOP(
        "computer", "This system does not count how long programs wait for the processor."
    ),
    ("computer.memory_pressure", Absence.NOT_SUPPORTED): QT_TRANSLATE_NOOP(
        "computer", "This system does not count how long programs wait for memory."
    ),
    ("computer.thermal_throttling", Absence.NOT_SUPPORTED): QT_TRANSLATE_NOOP(
        "computer", "This system does not count how often heat slows the processor down."
    ),
    ("computer.restart_pending", Absence.NOT_SUPPORTED): QT_TRANSLATE_NOOP(
        "computer", "This system leaves no mark when an update waits for a restart."
    ),
}

_ABSENT_ANYWHERE = {
    Absence.NO_BATTERY: QT_TRANSLATE_NOOP("computer", "This computer has no battery."),
    Absence.NO_SENSOR: QT_TRANSLATE_NOOP("computer", "This computer has no sensor for this."),
    Absence.NO_SWAP: QT_TRANSLATE_NOOP("computer", "This computer has no swap space."),
    Absence.NOT_SUPPORTED: QT_TRANSLATE_NOOP("computer", "This system does not offer this value."),
    Absence.ACCESS_DENIED: QT_TRANSLATE_NOOP(
        "computer", "The system does not let this program read this value."
    ),
    Absence.CLOCK_STOPPED: QT_TRANSLATE_NOOP(
        "computer", "The system's clock stood still while this was watched."
    ),
}


def absence_sentence(measurement: str, absence: Absence) -> str:
    """Why *measurement* does not exist, in one sentence."""
    return _ABSENT.get((measurement, absence), _ABSENT_ANYWHERE[absence])
