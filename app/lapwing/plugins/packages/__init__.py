"""Packages of plugins: folders, single files, zip archives and wheels, read whole and without running any of it."""
