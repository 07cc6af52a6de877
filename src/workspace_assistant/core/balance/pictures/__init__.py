"""A week, its trends and its months as drawings, each with a table that says the same."""
