"""SQL as text: one lexer and one splitter per dialect. Text in, facts out; nothing here knows a server or a screen."""
