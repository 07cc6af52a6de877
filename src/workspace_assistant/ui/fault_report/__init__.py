"""The report of a fault that nobody foresaw: shown, copied, sent nowhere."""
