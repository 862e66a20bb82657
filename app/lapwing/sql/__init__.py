"""SQL as text: one lexer and one splitter per dialect. Text in, facts out; nothing here knows a server or a screen.

`dialect.dialect_named` gives a `Dialect`; `classify.statement_facts` says what a statement does. A further dialect is
one more file like `sqlite`: rules for the lexer (`LexRule`, `Span`), what a splitter skips (`SplitRules`) and which
statements hold others (`BlockRule`), words, and lists for `SafetyRules`. Its id goes into `dialect.DIALECT_IDS`; the
tests that walk all dialects then walk it too.
"""
