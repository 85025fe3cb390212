"""The command line: check, outline, text, export, checklist. Never imports Qt."""
