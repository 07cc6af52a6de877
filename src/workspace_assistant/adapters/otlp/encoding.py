"""Our documents in the binary form of OTLP, which every receiver must understand.

The messages are those of the OpenTelemetry project. Its SDK is not used: it keeps what it sends in
memory, gives up after seconds without a receiver, and does not tell what the receiver answered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from workspace_assistant.core.publishing.model import Message, Signal

if TYPE_CHECKING:
    from google.protobuf.message import Message as ProtobufMessage

CONTENT_TYPE = "application/x-protobuf"


def encoded(message: Message) -> bytes:
    from google.protobuf import json_format

    request = json_format.Parse(message.document, _request_of(message.signal))
    return bytes(request.SerializeToString())


def rejected_count(body: bytes, signal: Signal) -> int | None:
    """Entries that the answer *body* says are rejected; None where it is no answer of OTLP."""
    from google.protobuf.message import DecodeError

    try:
        return _rejected(body, signal)
    except DecodeError:
        return None


def _request_of(signal: Signal) -> ProtobufMessage:
    if signal is Signal.LOGS:
        from opentelemetry.proto.collector.logs.v1 import logs_service_pb2

        return logs_service_pb2.ExportLogsServiceRequest()
    from opentelemetry.proto.collector.metrics.v1 import metrics_service_pb2

    return metrics_service_pb2.ExportMetricsServiceRequest()


def _rejected(body: bytes, signal: Signal) -> int:
    if signal is Signal.LOGS:
        from opentelemetry.proto.collector.logs.v1 import logs_service_pb2

        logs = logs_service_pb2.ExportLogsServiceResponse.FromString(body)
        return int(logs.partial_success.rejected_log_records)
    from opentelemetry.proto.collector.metrics.v1 import metrics_service_pb2

    metrics = metrics_service_pb2.ExportMetricsServiceResponse.FromString(body)
    return int(metrics.partial_success.rejected_data_points)
