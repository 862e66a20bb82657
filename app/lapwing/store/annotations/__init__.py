"""Annotations: an SQLite file of the profile, apart from the samples; several engines may write it."""
