"""Standard-library helpers every other package may use."""
