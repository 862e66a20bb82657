"""`lapwing events ...`."""
