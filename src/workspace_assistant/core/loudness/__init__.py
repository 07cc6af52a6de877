"""How loud somebody speaks in calls: levels over weeks, never sound."""
