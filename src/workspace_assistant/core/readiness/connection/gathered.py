"""What the connection check has to say while it is put together: values, remarks and gaps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from workspace_assistant.core.readiness.connection.model import Unknown
from workspace_assistant.core.readiness.connection.texts import FINDINGS, absence_sentence
from workspace_assistant.core.readiness.findings import broken, finding
from workspace_assistant.core.readiness.limits import Judgement
from workspace_assistant.core.readiness.model import (
    Finding,
    Measurement,
    NotMeasured,
    Severity,
    Value,
)


@dataclass(slots=True)
class Gathered:
    """Filled by one rule after the other, in the order of the report."""

    measurements: list[Measurement] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    missing: list[NotMeasured] = field(default_factory=list)

    def add(
        self, name: str, value: Value, unit: str, conditions: Mapping[str, Value] | None = None
    ) -> None:
        """The measurement ``connection.<name>``."""
        self.measurements.append(
            Measurement(id=_id(name), value=value, unit=unit, conditions=dict(conditions or {}))
        )

    def miss(self, name: str, unknown: Unknown) -> None:
        """``connection.<name>`` could not be measured."""
        detail = absence_sentence(name, unknown)
        self.missing.append(NotMeasured(id=_id(name), reason=unknown.reason.value, detail=detail))

    def remark(
        self,
        code: str,
        severity: Severity,
        name: str,
        value: Value | None = None,
        parameters: Mapping[str, str] | None = None,
    ) -> None:
        self.findings.append(
            finding(FINDINGS, code, severity, _id(name), value=value, parameters=parameters)
        )

    def judge(
        self,
        code: str,
        judgement: Judgement,
        name: str,
        value: float,
        parameters: Mapping[str, str],
    ) -> None:
        self.findings += broken(
            FINDINGS, code, judgement, _id(name), value=value, parameters=parameters
        )


def _id(name: str) -> str:
    return f"connection.{name}"
