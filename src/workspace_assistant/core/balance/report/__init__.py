"""What a report says, in words: chosen, stripped of what is private, and written once for all."""
