"""Completion: what stands around a caret, what a database offers there, and which of it comes first.

Text and names in, facts out. `names` is what is known of a database, `facts` what is known of a place in a statement.
"""
