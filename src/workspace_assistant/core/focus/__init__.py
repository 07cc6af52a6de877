"""Focus blocks: where the shift's time went and what broke the concentration."""
