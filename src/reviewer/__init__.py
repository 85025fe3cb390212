"""Reviewer (报告评查): judges township annual reports on rule-of-law government."""

__version__ = "0.1.0"
