import struct

import pytest

from lapwing import paths
from lapwing.gui.theme.font_face import with_family, with_line_height

FACE = (paths.resources() / "fonts" / "JetBrainsMono-Regular.ttf").read_bytes()


def table(font: bytes, wanted: bytes) -> tuple[int, bytes]:
    """Checksum as recorded, and content."""
    (count,) = struct.unpack_from(">H", font, 4)
    for record in range(12, 12 + 16 * count, 16):
        tag, checksum, start, length = struct.unpack_from(">4sIII", font, record)
        if tag == wanted:
            return checksum, font[start : start + length]
    raise AssertionError(wanted)


def test_the_line_reaches_as_far_as_asked_for_in_every_table() -> None:
    made = with_line_height(FACE, 1135, 415)
    assert struct.unpack_from(">hhh", table(made, b"hhea")[1], 4) == (1135, -415, 0)
    assert struct.unpack_from(">hhhHH", table(made, b"OS/2")[1], 68) == (1135, -415, 0, 1135, 415)


@pytest.mark.parametrize("tag", [b"hhea", b"OS/2"])
def test_the_checksum_of_a_changed_table_is_right(tag: bytes) -> None:
    checksum, content = table(with_line_height(FACE, 1135, 415), tag)
    padded = content + b"\0" * (-len(content) % 4)
    assert checksum == sum(struct.unpack(f">{len(padded) // 4}I", padded)) % 2**32


def test_the_shipped_checksums_come_out_of_the_same_sum() -> None:
    ascent, descent, _ = struct.unpack_from(">hhh", table(FACE, b"hhea")[1], 4)
    assert table(with_line_height(FACE, ascent, -descent), b"hhea") == table(FACE, b"hhea")


def test_nothing_else_of_the_font_changes() -> None:
    made = with_line_height(FACE, 1135, 415)
    assert len(made) == len(FACE)
    for tag in (b"glyf", b"cmap", b"name", b"GSUB"):
        assert table(made, tag) == table(FACE, tag)


def test_what_is_no_font_is_refused() -> None:
    with pytest.raises(ValueError, match="font face"):
        with_line_height(b"\0\1\0\0" + bytes(20), 1, 1)


def names_of(font: bytes) -> dict[int, str]:
    """Name id to text, as Windows reads them."""
    content = table(font, b"name")[1]
    _, count, strings = struct.unpack_from(">3H", content)
    found = {}
    for at in range(6, 6 + 12 * count, 12):
        platform, _, _, name_id, length, offset = struct.unpack_from(">6H", content, at)
        if platform == 3:
            found[name_id] = content[strings + offset : strings + offset + length].decode("utf-16-be")
    return found


def test_a_face_gets_a_family_of_its_own_and_keeps_its_copyright() -> None:
    before, after = names_of(FACE), names_of(with_family(FACE, "JetBrains Mono", "Another and longer name"))
    assert after[1] == "Another and longer name"
    assert after[4] == "Another and longer name Regular"
    assert {key: before[key] for key in (0, 5, 6, 13)} == {key: after[key] for key in (0, 5, 6, 13)}


def test_renaming_leaves_the_rest_of_the_font_and_its_checksums_right() -> None:
    made = with_family(FACE, "JetBrains Mono", "X")
    assert table(made, b"glyf") == table(FACE, b"glyf")
    checksum, content = table(made, b"name")
    padded = content + b"\0" * (-len(content) % 4)
    assert checksum == sum(struct.unpack(f">{len(padded) // 4}I", padded)) % 2**32


def test_a_family_that_the_font_has_not_is_refused() -> None:
    with pytest.raises(ValueError, match="begins with"):
        with_family(FACE, "No Such Family", "X")
    with pytest.raises(ValueError, match="names"):
        with_family(b"\0\1\0\0" + bytes(20), "a", "b")
