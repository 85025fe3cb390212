"""Building and proving the packaged program; standard library only, as dev.py calls it."""
