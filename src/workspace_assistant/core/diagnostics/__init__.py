"""What the program tells of itself: its log and its report of a fault, without personal data."""
