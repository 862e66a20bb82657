"""Plugins: which are there and run, what they are asked, and what they may ask."""
