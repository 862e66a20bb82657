"""Lapwing: a desktop workbench for databases."""

__version__ = "0.1.0"
