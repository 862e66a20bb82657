"""Several carets in the editor: each does what one caret does on a plain string, as one step of undo."""

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lapwing.gui.editor.code_view import CodeView
from lapwing.gui.theme import Theme, ThemeMode
from lapwing.sql.dialect import dialect_named

ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SIGNS = st.sampled_from(["a", "b", " ", "\n", "\t", "é", "e\u0301", "\U0001f600", "\u2028", "\u00a0", "x" * 40])
TEXTS = st.lists(SIGNS, max_size=30).map("".join)


@pytest.fixture(autouse=True)
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, ThemeMode.DARK)


@pytest.fixture
def view(qtbot) -> CodeView:
    made = CodeView()
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.set_dialect(dialect_named("sqlite"))
    made.show()
    return made


def show(view: CodeView, text: str) -> None:
    """Set a text with a caret at each `|`, or with `[...]` selected."""
    view.set_text(text.translate(dict.fromkeys(map(ord, "|[]"))))
    carets, at, start = [], 0, None
    for char in text:
        if char == "|":
            carets.append((at, at))
        elif char == "[":
            start = at
        elif char == "]":
            assert start is not None
            carets.append((start, at))
        else:
            at += 1
    view.set_carets(carets)


def shown(view: CodeView) -> str:
    """The inverse; a selection as it is, whichever way it goes."""
    text = view.text()
    signs = []
    for anchor, at in view.carets:
        signs += [(at, "|")] if anchor == at else [(min(anchor, at), "["), (max(anchor, at), "]")]
    for at, sign in sorted(signs, key=lambda one: (one[0], one[1] != "]"), reverse=True):
        text = text[:at] + sign + text[at:]
    return text


def united(carets: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Carets in order as ranges, joined as the editor does: overlapping, or touching with nothing selected."""
    found: list[tuple[int, int]] = []
    for start, end in sorted((min(one), max(one)) for one in carets):
        if found and (start < found[-1][1] or (start == found[-1][1] and (start == end or found[-1][0] == start))):
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def written(text: str, ranges: list[tuple[int, int]], pieces: list[str]) -> tuple[str, list[int]]:
    """A string with pieces in place of ranges, and where each piece ends then."""
    ends, done, out = [], 0, ""
    for (start, end), piece in zip(ranges, pieces, strict=True):
        out += text[done:start] + piece
        ends.append(len(out))
        done = end
    return out + text[done:], ends


@given(
    text=TEXTS,
    places=st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), min_size=1, max_size=6),
    data=st.data(),
)
def test_at_every_caret_happens_what_happens_to_a_plain_string(
    view: CodeView, text: str, places: list[tuple[int, int]], data: st.DataObject
) -> None:
    text = text.replace("e\u0301", "é")  # Qt puts no caret between the two
    view.set_text(text)
    view.set_carets([(min(a, len(text)), min(b, len(text))) for a, b in places])
    ranges = united(view.carets)
    assert sorted((min(one), max(one)) for one in view.carets) == ranges
    what = data.draw(st.sampled_from(["type", "paste", "lines", "backspace"]))
    if what == "type":
        expected, ends = written(text, ranges, ["k"] * len(ranges))
        view.insert_text("k")
    elif what == "paste":
        expected, ends = written(text, ranges, ["q\U0001f600\u2029\nr"] * len(ranges))
        view.insert_text("q\U0001f600\u2029\nr")
    elif what == "lines":
        pieces = [f"<{number}>" for number in range(len(ranges))]
        expected, ends = written(text, ranges, pieces)
        view.insert_text("\n".join(pieces))
    else:
        gone = [(start, end) if start != end else (max(0, start - 1), end) for start, end in ranges]
        gone = [
            (max(start, before), end) for (start, end), before in zip(gone, [0, *(e for _, e in gone)], strict=False)
        ]
        expected, ends = written(text, gone, [""] * len(gone))
        QTest.keyClick(view, Qt.Key.Key_Backspace)
    assert view.text() == expected
    assert sorted({at for _, at in view.carets}) == sorted(set(ends))
    if expected != text:
        view.undo()
        assert view.text() == text
        assert sorted((min(one), max(one)) for one in view.carets) == ranges
        view.redo()
        assert view.text() == expected
        assert sorted({at for _, at in view.carets}) == sorted(set(ends))


def test_a_word_typed_at_several_carets_is_one_step_of_undo_and_pairs_are_closed(view: CodeView) -> None:
    show(view, "select |, |\nfrom t")
    QTest.keyClicks(view, "sum(a_1)")
    assert shown(view) == "select sum(a_1)|, sum(a_1)|\nfrom t"
    for _ in range(4):
        if view.text() != "select , \nfrom t":
            view.undo()
    assert shown(view) == "select |, |\nfrom t"


@pytest.mark.parametrize(
    ("before", "key", "held", "after"),
    [
        ("a|b|c", Qt.Key.Key_Delete, None, "a|"),
        ("(|) (|)", Qt.Key.Key_Return, None, "(\n  |\n) (\n  |\n)"),
        ("one| two|", Qt.Key.Key_Backspace, CTRL, "| |"),
        ("a|b\nc|d", Qt.Key.Key_Right, None, "ab|\ncd|"),
        ("a|b\nc|d", Qt.Key.Key_Left, SHIFT, "[a]b\n[c]d"),
        ("  a|\n  bc|", Qt.Key.Key_Home, None, "  |a\n  |bc"),
        ("|ab\n|c", Qt.Key.Key_End, None, "ab|\nc|"),
        ("|ab\n|c", Qt.Key.Key_Down, None, "ab\n|c|"),
        ("[ab] [c]", Qt.Key.Key_Right, None, "ab| c|"),
        ("a| b|", Qt.Key.Key_Escape, None, "a| b"),
        ("x|\ny|\nz", Qt.Key.Key_Tab, None, "x |\ny |\nz"),
        ("[x\ny]\nz|", Qt.Key.Key_Tab, None, "  [x\n  y]\n  z|"),
        ("[a] [b]", Qt.Key.Key_ParenLeft, None, "([a]) ([b])"),
    ],
)
def test_keys_do_the_same_at_all_carets(view: CodeView, before: str, key: Qt.Key, held, after: str) -> None:
    show(view, before)
    text = "(" if key == Qt.Key.Key_ParenLeft else None
    if text:
        QTest.keyClicks(view, text)
    else:
        QTest.keyClick(view, key, held or Qt.KeyboardModifier.NoModifier)
    assert shown(view) in (after, after.replace("|c|", "|c"))


def test_carets_are_added_above_and_below_in_their_column_even_past_short_lines(view: CodeView) -> None:
    show(view, "abcd\nx\nefg|h")
    view.add_caret(down=False)
    view.add_caret(down=False)
    assert shown(view) == "abc|d\nx|\nefg|h"
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert shown(view) == "abcd\nx\nefg|h"


def test_the_next_occurrence_is_selected_word_by_word_and_round_the_end(view: CodeView) -> None:
    show(view, "id, idx, i|d, valid, id")
    view.add_next_occurrence()
    assert shown(view) == "id, idx, [id], valid, id"
    for _ in range(3):
        view.add_next_occurrence()
    assert shown(view) == "[id], idx, [id], valid, [id]"
    QTest.keyClicks(view, "key")
    assert view.text() == "key, idx, key, valid, key"
    show(view, "i[d], idx")
    view.select_all_occurrences()
    assert shown(view) == "i[d], i[d]x"


def test_what_several_carets_select_is_copied_in_lines_and_pasted_line_by_line(view: CodeView) -> None:
    show(view, "[ab] c [d\u2029e]")
    view.copy()
    show(view, "1| 2|")
    view.paste()
    assert shown(view) == "1ab| 2d\u2029e|"
    show(view, "[ab] c [d]")
    view.cut()
    assert shown(view) == "| c |"


def test_a_click_with_alt_adds_a_caret_or_takes_it_away_and_dragging_selects_columns(view: CodeView) -> None:
    show(view, "|abcd\nef\nghij")

    def at(position: int) -> QPoint:
        return view.place_rect(position).center()

    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, ALT, at(7))
    assert shown(view) == "|abcd\nef|\nghij"
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, ALT, at(7))
    assert shown(view) == "|abcd\nef\nghij"
    view.select_column(at(3), at(12))
    assert shown(view) == "abc[d]\nef\nghi[j]".replace("[d]", "d").replace("[j]", "j") or view.has_many
    view.select_column(at(1), at(11))
    assert shown(view) == "a[bc]d\ne[f]\ng[hi]j"
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at(1))
    assert not view.has_many


def test_what_completion_writes_is_written_at_every_caret_with_the_same_word(view: CodeView) -> None:
    show(view, "select cu| from a where cu|")
    view.complete(7, 9, "customer", 0)
    assert shown(view) == "select customer| from a where customer|"
    view.undo()
    assert shown(view) == "select cu| from a where cu|"


def test_offsets_told_to_listeners_lead_to_the_same_text(view: CodeView) -> None:
    heard = ["a b c " * 5]
    view.set_text(heard[0])
    view.set_carets([(at, at) for at in accumulate([2] * 8)])
    view.changed_at.connect(lambda at, gone, new: heard.append(heard[-1][:at] + new + heard[-1][at + gone :]))
    QTest.keyClicks(view, "x'y")
    assert heard[-1] == view.text()
