"""What is asked at the edges of a shift: how it went, and to look at the workplace again."""
