"""Draws the pages of export/paper: on a PDF here, on a printer likewise."""
