"""Figures that a person asks for in SQL."""
