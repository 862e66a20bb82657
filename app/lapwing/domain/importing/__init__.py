"""Connections that other programs keep, read from their files: text in, candidates out. Passwords stay where they are.

Each program has a reader that says whether a text is one of its files, and what is in it. Formats as they write them:
DBeaver 6 to 25 (`data-sources.json`), pgAdmin 4 (what *Tools > Import/Export Servers* exports), libpq's
password file, option files of MySQL and MariaDB, Azure Data Studio (`settings.json`), and Lapwing's own list.
"""
