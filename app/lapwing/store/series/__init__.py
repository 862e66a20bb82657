"""Kept samples: an SQLite file of the profile that one engine writes, and any may read.

What comes in is journalled every few seconds, all series of a connection together. Every ten minutes it is sealed:
each series gets a chunk of samples as they were taken, and points (count, average, lowest, highest) for its minutes
and hours.
"""
