"""Names that people and programs give to tables, and that break tools: 116 of them."""

from typing import Final

_QUOTES: Final = (
    "'", "''", '"', '""', "`", "``", "[", "]", "]]", "[]", "[a]", "a]b", 'a"b', "a'b", "a`b", '"a"', "'a'", "`a`",
    "\\", "\\\\", "a\\", "\\'", '\\"', "\\n", "%", "%s", "%(a)s", "{}", "{a}", "{0}", "$1", "$$", "$a$", "?",
    ":a", "@a",
)  # fmt: skip
_SQL: Final = (
    ";", "--", "-- a", "/*", "*/", "/* a */", "a; DROP TABLE b", "'; DROP TABLE b; --", '"; DROP TABLE b; --', "a--b",
    "select", "table", "Order", "group by", "null", "from", "main", "temp", "rowid", "*", "a.b", ".",
    "..", "a,b", "(", ")", "(a)", "=", "a=b", "#", "&", "|", "<b>bold</b>", "<script>alert(1)</script>", "&amp;", "0",
    "1a", "123", "1e5", "-1", "0x1F",
)  # fmt: skip
_BLANKS: Final = (
    " ", "  ", " a", "a ", "a b", "\t", "\n", "\r\n", "a\nb", "\v", "\f", "\u00a0", "\u200b", "a\u200bb", "\ufeff",
    "\u2028", "\u3000", "\x01", "\x1b[31m", "\x7f",
)  # fmt: skip
_LETTERS: Final = (
    "ä", "a\u0308", "ß", "İ", "ı", "ﬀ", "Ω", "имя", "名前", "اسم", "\u202egnp.exe", "\u2066a\u2069",
    "🐦", "👨\u200d👩\u200d👧", "\U0010ffff", "a" * 63, "a" * 64, "é" * 64, "ａ",
)  # fmt: skip
HOSTILE_NAMES: Final = (*_QUOTES, *_SQL, *_BLANKS, *_LETTERS)

assert len({name.casefold() for name in HOSTILE_NAMES}) == len(HOSTILE_NAMES) == 116
