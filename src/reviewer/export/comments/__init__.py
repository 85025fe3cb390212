"""Comments at their sentences in a copy of the report, for the clerk who wrote it."""
