"""Telemetry in the JSON form of OTLP 1 (OTLP specification, “JSON Protobuf Encoding”).

Numbers of 64 bits are texts there, as everywhere in the JSON form of Protocol Buffers.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from workspace_assistant.core.publishing.model import Attribute, Attributes, Document

SERVICE = "workspace-assistant"
SCOPE = "workspace_assistant.publishing"
# Of names and meanings: a new one when any of them changes.
SCOPE_VERSION = "1"

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)

# Severity numbers of the OpenTelemetry logs data model.
INFO, WARN, ERROR = 9, 13, 17


def resource(app_version: str, instance_id: str) -> Document:
    return {
        "attributes": attributes(
            {
                "service.name": SERVICE,
                "service.version": app_version,
                "service.instance.id": instance_id,
            }
        )
    }


def log_request(about: Document, record: Document) -> Document:
    scoped = {"scope": _scope(), "logRecords": [record]}
    return {"resourceLogs": [{"resource": about, "scopeLogs": [scoped]}]}


def metric_request(about: Document, metrics: Iterable[Document]) -> Document:
    scoped = {"scope": _scope(), "metrics": list(metrics)}
    return {"resourceMetrics": [{"resource": about, "scopeMetrics": [scoped]}]}


def log_record(name: str, at: datetime, severity: int, values: Attributes) -> Document:
    """An event, whose body is its name again for stores that know no names of events."""
    return {
        "timeUnixNano": nanos(at),
        "observedTimeUnixNano": nanos(at),
        "severityNumber": severity,
        "eventName": name,
        "body": {"stringValue": name},
        "attributes": attributes(values),
    }


def gauge(name: str, unit: str, points: Iterable[Document]) -> Document:
    return {"name": name, "unit": unit, "gauge": {"dataPoints": list(points)}}


def point(at: datetime, value: float, values: Attributes | None = None) -> Document:
    return {
        "timeUnixNano": nanos(at),
        "asDouble": float(value),
        "attributes": attributes(values or {}),
    }


def attributes(values: Attributes) -> list[Document]:
    return [{"key": key, "value": _value(value)} for key, value in values.items()]


def nanos(at: datetime) -> str:
    """Since 1970, as text: exact, which a number of JSON is not."""
    return str((at - _EPOCH) // _MICROSECOND * 1000)


def _scope() -> Document:
    return {"name": SCOPE, "version": SCOPE_VERSION}


def _value(value: Attribute) -> Document:
    match value:
        case bool():
            return {"boolValue": value}
        case int():
            return {"intValue": str(value)}
        case float():
            return {"doubleValue": value}
        case str():
            return {"stringValue": value}
        case _:
            return {"arrayValue": {"values": [{"stringValue": one} for one in value]}}
