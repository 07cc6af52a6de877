"""What is known about the person's work, one definition each, for tips, summary and report."""
