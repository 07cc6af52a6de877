"""Telemetry to a collector, by OTLP over HTTP."""
