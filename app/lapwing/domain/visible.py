"""Text with what the eye cannot see made visible: for names and messages that come from servers and files.

A name may hide a right-to-left override or a zero-width space; shown as it is, it would look like another one.
"""

import re
import unicodedata

_RANGES = (
    (0x0000, 0x001F),  # C0 controls: NUL, tab, line ends, escape
    (0x007F, 0x009F),  # delete and C1 controls
    (0x00AD, 0x00AD),  # soft hyphen
    (0x034F, 0x034F),  # combining grapheme joiner
    (0x061C, 0x061C),  # Arabic letter mark
    (0x115F, 0x1160),  # Hangul fillers: letters without a shape
    (0x17B4, 0x17B5),  # Khmer vowels without a shape
    (0x180B, 0x180F),  # Mongolian variation selectors and vowel separator
    (0x200B, 0x200F),  # zero-width space, joiners, direction marks
    (0x2028, 0x202E),  # line and paragraph separator, direction embeddings and overrides
    (0x2060, 0x206F),  # word joiner, invisible operators, direction isolates
    (0x2800, 0x2800),  # Braille pattern blank
    (0x3164, 0x3164),
    (0xD800, 0xDFFF),  # lone surrogates
    (0xFDD0, 0xFDEF),  # noncharacters
    (0xFE00, 0xFE0F),  # variation selectors
    (0xFEFF, 0xFEFF),  # byte order mark
    (0xFFA0, 0xFFA0),
    (0xFFF0, 0xFFFC),  # annotation and object characters
    (0xFFFE, 0xFFFF),
    (0x13430, 0x1343F),  # hieroglyph format controls
    (0x1BCA0, 0x1BCA3),  # shorthand format controls
    (0x1D173, 0x1D17A),  # musical format controls
    (0xE0000, 0xE0FFF),  # tags and further variation selectors
    *((plane + 0xFFFE, plane + 0xFFFF) for plane in range(0x10000, 0x110000, 0x10000)),
)
_HIDDEN = re.compile("[" + "".join(f"{chr(first)}-{chr(last)}" for first, last in _RANGES) + "]")
_SHORT = {"\n": r"\n", "\r": r"\r", "\t": r"\t"}
_EMOJI_STYLE, _JOINER = "\ufe0f", "\u200d"


def visible_text(text: str, keep: str = "") -> str:
    r"""`text` with each invisible or direction-changing character as an escape: `\u202e`, `\x00`, `\n`.

    For showing only: a backslash that was there already looks the same as one made here. Spaces of all widths stay,
    and so do the joiners inside an emoji.

    Args:
        text: May hold lone surrogates.
        keep: Characters left as they are, such as line ends where several lines can be shown.
    """

    def escape(match: re.Match[str]) -> str:
        char = match[0]
        if char in keep or _is_inside_emoji(text, match.start()):
            return char
        return escaped(char)

    return _HIDDEN.sub(escape, text)


def has_hidden(text: str) -> bool:
    """Whether `visible_text` might change anything: line ends and tabs count."""
    return _HIDDEN.search(text) is not None


def hidden_places(text: str) -> list[int]:
    """The indices of the characters that `visible_text` would write out."""
    return [match.start() for match in _HIDDEN.finditer(text) if not _is_inside_emoji(text, match.start())]


def escaped(char: str) -> str:
    """The escape of one character, however visible it is."""
    code = ord(char)
    if char in _SHORT:
        return _SHORT[char]
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def _is_inside_emoji(text: str, at: int) -> bool:
    """Whether the emoji selector or joiner at `at` follows a symbol, as in a heart or a family."""
    if text[at] not in (_EMOJI_STYLE, _JOINER) or at == 0:
        return False
    before = text[at - 1]
    if text[at] == _EMOJI_STYLE:
        return unicodedata.category(before) in {"So", "Sm"}
    follows = text[at + 1 : at + 2]
    is_symbol = before == _EMOJI_STYLE or unicodedata.category(before) in {"So", "Sk"}
    return is_symbol and bool(follows) and unicodedata.category(follows) in {"So", "Sm"}
