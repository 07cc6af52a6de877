"""Time logs of other programs, and our own files: text in, blocks out, every fault named."""
