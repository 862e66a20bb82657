"""Formatting SQL: the same tokens, laid out anew.

`formatter.format_sql` takes a script, `formatter.format_range` a stretch of one. A statement is read into phrases of
tokens (`reading`), given spaces (`spacing`), letters (`letters`), groups and places to break (`structure`), and written
line by line (`layout`). What lies between statements is in `script`; `checking` proves that nothing was lost.

All of it is linear and without recursion: groups are ranges of tokens, and whether one fits is a difference of sums.
"""
