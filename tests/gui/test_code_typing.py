"""What keys do in the editor besides writing their character."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lapwing.gui.editor.code_view import CodeView
from lapwing.gui.theme import BASE_PX, Theme, ThemeMode
from lapwing.sql.dialect import dialect_named

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def view(qtbot, qapp: QApplication) -> CodeView:
    Theme(qapp, ThemeMode.DARK)
    made = CodeView()
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.set_dialect(dialect_named("sqlite"))
    return made


def show(view: CodeView, text: str) -> None:
    """Set a text with `|` where the caret is, or `[` and `]` around what is selected."""
    if "|" in text:
        at = text.index("|")
        view.set_text(text.replace("|", ""))
        view.set_caret(at)
    else:
        start, end = text.index("["), text.index("]") - 1
        view.set_text(text.replace("[", "").replace("]", ""))
        view.select(start, end)


def shown(view: CodeView) -> str:
    text, caret = view.text(), view.caret
    return text[:caret] + "|" + text[caret:]


@pytest.mark.parametrize(
    ("before", "typed", "after"),
    [
        ("count|", "(", "count(|)"),
        ("count|", "(*)", "count(*)|"),
        ("|", "'it'", "'it'|"),
        ("x = |)", "'", "x = '|')"),
        ("|abc", "(", "(|abc"),
        ("it|", "'", "it'|"),
        ("'it|'", "'", "'it'|'"),
        ("-- don|", "'", "-- don'|"),
        ("/* a\n|\n*/", "(", "/* a\n(|\n*/"),
        ("|", '"a b"', '"a b"|'),
        ("f(g(|))", "a)", "f(g(a)|))"),
        ("|", "(((", "(((|)))"),
        ("|", "(())", "(())|"),
        ("select 1,\n|", "(", "select 1,\n(|)"),
    ],
)
def test_brackets_and_quotes_come_in_pairs_where_that_helps(
    view: CodeView, before: str, typed: str, after: str
) -> None:
    show(view, before)
    QTest.keyClicks(view, typed)
    assert shown(view) == after


def test_a_closing_sign_that_was_typed_is_not_skipped(view: CodeView) -> None:
    show(view, "f(|)")
    QTest.keyClicks(view, ")")
    assert shown(view) == "f()|)"


def test_leaving_the_line_makes_the_closing_sign_a_typed_one(view: CodeView) -> None:
    show(view, "x\n|")
    QTest.keyClicks(view, "(")
    view.set_caret(0)
    view.set_caret(3)
    QTest.keyClicks(view, ")")
    assert shown(view) == "x\n()|)"


def test_a_pair_is_taken_back_by_backspace_and_by_undo(view: CodeView) -> None:
    show(view, "f|")
    QTest.keyClicks(view, "(")
    QTest.keyClick(view, Qt.Key.Key_Backspace)
    assert shown(view) == "f|"
    QTest.keyClicks(view, "(")
    view.undo()
    assert view.text() == "f"


def test_backspace_in_a_pair_that_was_there_before_takes_one_sign(view: CodeView) -> None:
    show(view, "f(|)")
    QTest.keyClick(view, Qt.Key.Key_Backspace)
    assert shown(view) == "f|)"


def test_a_bracket_or_quote_goes_around_what_is_selected(view: CodeView) -> None:
    show(view, "a [b 😀] d")
    QTest.keyClicks(view, '("')
    assert view.text() == 'a ("b 😀") d'
    assert view.selected_text() == "b 😀"
    view.undo()
    view.undo()
    assert view.text() == "a b 😀 d"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("  select 1|", "  select 1\n  |"),
        ("\tselect|", "\tselect\n\t|"),
        ("f (|)", "f (\n  |\n)"),
        ("  f (|)", "  f (\n    |\n  )"),
        ("in (|1)", "in (\n  |1)"),
        ("  a| b", "  a\n  | b"),
        ("|  a", "\n|  a"),
        ("'😀' (|", "'😀' (\n  |"),
    ],
)
@pytest.mark.parametrize("held", [Qt.KeyboardModifier.NoModifier, SHIFT])
def test_a_new_line_is_indented_as_the_last(view: CodeView, before: str, after: str, held) -> None:
    show(view, before)
    QTest.keyClick(view, Qt.Key.Key_Return, held)
    assert shown(view) == after
    view.undo()
    assert view.text() == before.replace("|", "")


def test_return_in_place_of_a_selection_is_one_step_of_undo(view: CodeView) -> None:
    show(view, "  a[bc]d")
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert view.text() == "  a\n  d"
    view.undo()
    assert view.text() == "  abcd"


def test_tab_goes_to_the_next_stop_and_indents_selected_lines(view: CodeView) -> None:
    show(view, "a|b")
    QTest.keyClick(view, Qt.Key.Key_Tab)
    assert shown(view) == "a |b"
    show(view, "[a\n\nb\n]c")
    QTest.keyClick(view, Qt.Key.Key_Tab)
    assert view.text() == "  a\n\n  b\nc"
    QTest.keyClick(view, Qt.Key.Key_Backtab, SHIFT)
    QTest.keyClick(view, Qt.Key.Key_Backtab, SHIFT)
    assert view.text() == "a\n\nb\nc"
    view.undo()
    assert view.text() == "  a\n\n  b\nc"


@pytest.mark.parametrize(("line", "after"), [("   a", " a"), (" a", "a"), ("\ta", "a"), ("a", "a"), ("\t\ta", "\ta")])
def test_shift_tab_takes_one_step_from_the_carets_line(view: CodeView, line: str, after: str) -> None:
    view.set_text(line)
    view.set_caret(len(line))
    QTest.keyClick(view, Qt.Key.Key_Backtab, SHIFT)
    assert view.text() == after


def test_the_step_of_indent_can_be_another(view: CodeView) -> None:
    view.set_indent(4)
    QTest.keyClick(view, Qt.Key.Key_Tab)
    assert view.text() == "    "


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("sel|ect", "-- select"),
        ("-- sel|ect", "select"),
        ("--sel|ect", "select"),
        ("|", "-- "),
        ("[  a\n    b\n]c", "  -- a\n  --   b\nc"),
        ("[a\n\nb]", "-- a\n\n-- b"),
        ("[-- a\nb]", "-- -- a\n-- b"),
        ("[  -- a\n\n--b]", "  a\n\nb"),
        ("a -- b|", "-- a -- b"),
    ],
)
def test_comments_are_made_and_taken_away(view: CodeView, before: str, after: str) -> None:
    show(view, before)
    QTest.keyClick(view, Qt.Key.Key_Slash, CTRL)
    assert view.text() == after
    view.undo()
    assert view.text() == before.translate(str.maketrans("", "", "|[]"))


def test_the_comment_key_works_where_the_slash_needs_shift(view: CodeView) -> None:
    show(view, "a|")
    QTest.keyClick(view, Qt.Key.Key_Slash, CTRL | SHIFT)
    assert view.text() == "-- a"


def test_a_read_only_text_is_left_alone_by_every_key(view: CodeView) -> None:
    view.set_text("select 1")
    view.setReadOnly(True)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_ParenLeft, Qt.Key.Key_Backspace, Qt.Key.Key_A):
        QTest.keyClick(view, key)
    QTest.keyClick(view, Qt.Key.Key_Slash, CTRL)
    QTest.keyClicks(view, "(")
    assert view.text() == "select 1"


def test_the_size_of_the_text_follows_keys_and_wheel_within_bounds(view: CodeView, qtbot) -> None:
    with qtbot.waitSignal(view.zoomed) as told:
        QTest.keyClick(view, Qt.Key.Key_Plus, CTRL)
    assert told.args == [BASE_PX + 1]
    QTest.keyClick(view, Qt.Key.Key_Minus, CTRL)
    QTest.keyClick(view, Qt.Key.Key_Minus, CTRL)
    assert view.zoom == BASE_PX - 1
    assert view.font().pixelSize() == BASE_PX - 1
    QTest.keyClick(view, Qt.Key.Key_0, CTRL)
    assert view.zoom == BASE_PX
    wheel = QWheelEvent(
        QPointF(50, 50), QPointF(50, 50), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, CTRL,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), wheel)
    assert view.zoom == BASE_PX + 1
    view.set_zoom(1_000)
    assert view.zoom == 48
