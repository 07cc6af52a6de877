"""What a person can set: every setting with its bounds, and how it is kept."""
