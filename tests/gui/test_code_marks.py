"""What lies over and beside the text: error, brackets, caret line, statement bar, numbers, chips."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from lapwing.gui.editor.code_gutter import CodeGutter
from lapwing.gui.editor.code_view import CodeView
from lapwing.gui.theme import Theme, ThemeMode
from lapwing.sql.dialect import dialect_named


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, ThemeMode.DARK)


@pytest.fixture
def view(qtbot, theme: Theme) -> CodeView:
    made = CodeView()
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.set_dialect(dialect_named("sqlite"))
    made.show()
    return made


def underlined(view: CodeView) -> str:
    wave = QTextCharFormat.UnderlineStyle.WaveUnderline
    return "".join(m.cursor.selectedText() for m in view.extraSelections() if m.format.underlineStyle() == wave)


def paired(view: CodeView) -> list[int]:
    background = Theme.current().colors.accent_background
    return sorted(
        m.cursor.selectionStart() for m in view.extraSelections() if m.format.background().color() == background
    )


# Errors


def test_an_error_is_underlined_and_moves_with_the_text(view: CodeView) -> None:
    view.set_text("select 😀 FRM t")
    view.show_error(9, 12, "near FRM")
    assert underlined(view) == "FRM"
    view.replace(0, 0, "-- first\n")
    assert underlined(view) == "FRM"
    assert view.error_range == (18, 21)


def test_an_error_goes_when_its_place_is_edited_and_stays_otherwise(view: CodeView) -> None:
    view.set_text("select 1 FRM t where x")
    view.show_error(9, 12, "near FRM")
    view.replace(20, 21, "yy")
    assert underlined(view) == "FRM"
    view.replace(10, 11, "RO")
    assert view.error_range is None
    assert underlined(view) == ""


@pytest.mark.parametrize(("position", "expected"), [(9, "FRM"), (11, "FRM"), (7, "1"), (100, "t"), (8, " ")])
def test_a_place_alone_underlines_its_token(view: CodeView, position: int, expected: str) -> None:
    view.set_text("select 1 FRM t")
    view.show_error_at(position, "x")
    assert underlined(view) == expected


def test_an_error_in_an_empty_text_is_no_defect(view: CodeView) -> None:
    view.show_error_at(0, "incomplete input")
    view.show_error(0, 0, "incomplete input")
    assert underlined(view) == ""


def test_a_new_text_has_no_error(view: CodeView) -> None:
    view.set_text("select FRM")
    view.show_error_at(8, "x")
    view.set_text("select 1")
    assert view.error_range is None


def test_the_message_is_a_plain_tool_tip_at_the_place_only(view: CodeView, qtbot) -> None:
    view.set_text("select FRM t")
    view.show_error(7, 10, "near <b>FRM</b>\u202e")
    cursor = view.textCursor()
    cursor.setPosition(8)
    inside = view.cursorRect(cursor).center()
    ask(view, inside)
    assert "near &lt;b&gt;FRM&lt;/b&gt;\\u202e" in QToolTip.text()
    ask(view, QPoint(2, inside.y()))
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def ask(view: CodeView, point: QPoint) -> None:
    QApplication.sendEvent(
        view.viewport(), QHelpEvent(QHelpEvent.Type.ToolTip, point, view.viewport().mapToGlobal(point))
    )


# Brackets


@pytest.mark.parametrize(
    ("text", "caret", "pair"),
    [
        ("f(a, (b))", 1, [1, 8]),
        ("f(a, (b))", 9, [1, 8]),
        ("f(a, (b))", 6, [5, 7]),
        ("f(')', b)", 1, [1, 8]),
        ("f(\n-- )\n)", 1, [1, 8]),
        ("f(/* ) */ b)", 12, [1, 11]),
        ("f(a", 1, []),
        ("f(a]", 1, []),
        ("'(' (a)", 1, []),
        ("😀(a)", 1, [2, 4]),
        ("plain", 2, []),
    ],
)
def test_the_bracket_at_the_caret_and_its_partner_are_marked(view: CodeView, text: str, caret: int, pair: list) -> None:
    view.set_text(text)
    view.set_caret(caret)
    assert paired(view) == pair


@pytest.mark.parametrize(
    ("text", "caret", "alone"),
    [
        ("f(a", 1, "("),
        ("f(a]", 1, "("),
        ("f)", 2, ")"),
        ("f(a; g(b)", 1, "("),
        ("f(a; g(b)", 9, ""),
        ("f(a); g b)", 10, ")"),
        ("f(';')", 1, ""),
        ("f('", 1, "("),
        ("plain", 2, ""),
    ],
)
def test_a_bracket_without_a_partner_in_its_statement_is_shown_as_wrong(
    view: CodeView, text: str, caret: int, alone: str
) -> None:
    view.set_text(text)
    view.set_caret(caret)
    bad = Theme.current().colors.bad
    marks = [mark for mark in view.extraSelections() if mark.format.foreground().color() == bad]
    assert "".join(mark.cursor.selectedText() for mark in marks) == alone


def test_the_partner_is_found_again_after_an_edit(view: CodeView) -> None:
    view.set_text("f(a)")
    view.set_caret(1)
    view.replace(2, 3, "abc")
    assert paired(view) == [1, 5]
    view.replace(5, 6, "")
    assert paired(view) == []


# Lines and numbers


def test_the_carets_line_is_marked_unless_something_is_selected(view: CodeView, theme: Theme) -> None:
    view.set_text("a\nb")
    assert theme.colors.caret_line in [m.format.background().color() for m in view.extraSelections()]
    view.selectAll()
    assert theme.colors.caret_line not in [m.format.background().color() for m in view.extraSelections()]


def bar_lines(view: CodeView) -> list[int]:
    gutter = view.findChild(CodeGutter)
    image = gutter.grab().toImage()
    accent = Theme.current().colors.accent_text
    found = []
    for block, top, height in view.visible_blocks():
        y = int(top + height / 2) + view.viewport().y()
        if y < image.height() and image.pixelColor(image.width() - 1, y) == accent:
            found.append(block.blockNumber())
    return found


def test_the_bar_stands_beside_the_current_statement_and_moves_with_it(view: CodeView) -> None:
    view.set_text("select 1;\nselect\n 2;\nselect 3;")
    view.set_current_statement(10, 19)
    assert bar_lines(view) == [1, 2]
    view.replace(0, 0, "-- new\n")
    assert bar_lines(view) == [2, 3]
    view.set_current_statement(None)
    assert bar_lines(view) == []


def test_the_gutter_grows_with_the_number_of_lines(view: CodeView) -> None:
    gutter = view.findChild(CodeGutter)
    view.set_text("a\n" * 8)
    narrow = gutter.width()
    view.set_text("a\n" * 12_345)
    assert gutter.width() > narrow
    assert view.viewportMargins().left() == gutter.width()


def test_a_click_on_a_number_selects_the_line_and_dragging_selects_several(view: CodeView, qtbot) -> None:
    view.set_text("one\ntwo\nthree")
    gutter = view.findChild(CodeGutter)
    first, second = QPoint(5, 12), QPoint(5, 12 + view.line_height)
    qtbot.mouseClick(gutter, Qt.MouseButton.LeftButton, pos=first)
    assert view.selected_text() == "one\n"
    qtbot.mousePress(gutter, Qt.MouseButton.LeftButton, pos=second)
    move = QMouseEvent(
        QMouseEvent.Type.MouseMove, QPointF(first), gutter.mapToGlobal(QPointF(first)), Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(gutter, move)
    qtbot.mouseRelease(gutter, Qt.MouseButton.LeftButton, pos=first)
    assert view.selected_text() == "one\ntwo\n"


def test_the_statement_bar_and_numbers_survive_scrolling(view: CodeView) -> None:
    view.set_text("select 1;\n" * 300)
    view.set_current_statement(0, 9)
    view.verticalScrollBar().setValue(100)
    assert bar_lines(view) == []
    view.verticalScrollBar().setValue(0)
    assert bar_lines(view) == [0]


# Marks for what cannot be seen


@pytest.mark.parametrize("hidden", ["\u202e", "\u200b", "\0", "\ufeff", "\u2028"])
def test_an_invisible_character_is_seen(view: CodeView, theme: Theme, hidden: str) -> None:
    view.set_text(f"ab{hidden}cd")
    image = view.grab().toImage()
    colors = {image.pixelColor(x, y).name() for x in range(250) for y in range(4, 26)}
    assert theme.colors.bad_background.name() in colors


def test_ordinary_text_has_no_such_mark(view: CodeView, theme: Theme) -> None:
    view.set_text("ab\tcd ž 😀 \u00a0")
    image = view.grab().toImage()
    colors = {image.pixelColor(x, y).name() for x in range(250) for y in range(4, 26)}
    assert theme.colors.bad_background.name() not in colors


def test_a_mark_is_one_step_for_the_caret_and_for_backspace(view: CodeView) -> None:
    view.set_text("a\u202eb")
    view.set_caret(1)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.caret == 2
    QTest.keyClick(view, Qt.Key.Key_Backspace)
    assert view.text() == "ab"


def test_letting_the_view_go_leaves_no_timer_and_no_listener(qtbot, theme: Theme) -> None:
    view = CodeView()
    view.set_dialect(dialect_named("sqlite"))
    view.set_text("select 1;\n" * 50_000)
    view.deleteLater()
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    theme.set_mode(ThemeMode.LIGHT)
