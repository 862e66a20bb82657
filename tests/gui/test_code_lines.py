"""Line commands of the editor, against what they mean for a list of lines; undo brings text and caret back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lapwing.gui.editor.code_view import CodeView
from lapwing.gui.theme import Theme, ThemeMode
from lapwing.sql.dialect import dialect_named

LINES = st.lists(
    st.sampled_from(["", "a", "  b ", "c\t", "\U0001f600d", "\u00a0", "y" * 10_200]), min_size=1, max_size=8
)


@pytest.fixture
def view(qtbot, qapp: QApplication) -> CodeView:
    Theme(qapp, ThemeMode.DARK)
    made = CodeView()
    qtbot.addWidget(made)
    made.set_dialect(dialect_named("sqlite"))
    return made


def offset(lines: list[str], line: int) -> int:
    return sum(len(text) + 1 for text in lines[:line])


@given(lines=LINES, data=st.data())
def test_whole_lines_are_duplicated_moved_deleted_and_come_back(
    view: CodeView, lines: list[str], data: st.DataObject
) -> None:
    first = data.draw(st.integers(0, len(lines) - 1))
    last = data.draw(st.integers(first, len(lines) - 1))
    what = data.draw(st.sampled_from(["duplicate", "up", "down", "delete"]))
    view.set_text("\n".join(lines))
    if not lines[last]:  # a selection that ends at the start of a line leaves that one out
        first = last
    start, end = offset(lines, first), offset(lines, last) + len(lines[last])
    view.select(start, end)
    if what == "duplicate" and first == last:
        view.set_caret(start)
        end = start
    before, chosen, after = lines[:first], lines[first : last + 1], lines[last + 1 :]
    if what == "duplicate":
        view.duplicate()
        expected, place = before + chosen + chosen + after, last + 1
    elif what == "up":
        view.move_lines(down=False)
        expected, place = before[:-1] + chosen + before[-1:] + after, max(first - 1, 0)
    elif what == "down":
        view.move_lines(down=True)
        expected, place = before + after[:1] + chosen + after[1:], first + bool(after)
    else:
        view.delete_lines()
        expected, place = (before + after) or [""], min(first, max(len(before + after) - 1, 0))
    assert view.text() == "\n".join(expected)
    assert view.line_and_column()[0] - 1 == place + (last - first if what != "delete" else 0)
    if what != "delete":
        assert view.selected_text() == "\n".join(chosen)[: end - start]
    if expected != lines:
        view.undo()
        assert view.text() == "\n".join(lines)
        assert (view.selected_range() or (view.caret, view.caret)) == (start, end)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("select a,|\n    b\nfrom t", "select a, |b\nfrom t"),
        ("f(|\n  1\n", "f(|1\n"),
        ("f(1|\n)", "f(1|)"),
        ("a|\n\nb", "a|\nb"),
        ("|\n  b", "|b"),
        ("  |\n  b", "  |b"),
        ("a|", "a|"),
    ],
)
def test_lines_are_joined_with_one_blank_where_one_is_needed(view: CodeView, before: str, after: str) -> None:
    view.set_text(before.replace("|", ""))
    view.set_caret(before.index("|"))
    view.join_lines()
    assert f"{view.text()[: view.caret]}|{view.text()[view.caret :]}" == after


def test_a_selection_inside_a_line_is_duplicated_behind_itself(view: CodeView) -> None:
    view.set_text("sum(a)")
    view.select(0, 3)
    view.duplicate()
    assert (view.text(), view.selected_range()) == ("sumsum(a)", (3, 6))


def test_letters_change_in_the_selection_or_in_the_word_at_the_caret(view: CodeView) -> None:
    view.set_text("Straße \u00a0id\nfrom t")
    view.set_caret(2)
    view.change_case(upper=True)
    assert view.text() == "STRASSE \u00a0id\nfrom t"
    view.select(0, len(view.text()))
    view.change_case(upper=False)
    assert view.text() == "strasse \u00a0id\nfrom t"
    assert view.selected_range() == (0, len(view.text()))
    view.undo()
    view.undo()
    assert (view.text(), view.caret) == ("Straße \u00a0id\nfrom t", 2)


def test_blanks_at_line_ends_go_but_not_those_that_a_string_holds(view: CodeView) -> None:
    view.set_text("select 'a  \n b' as \"c \nd\" \t\nfrom t -- x  \n   \n/* y  \n */  ")
    assert view.trim_trailing_blanks() == 5
    assert view.text() == "select 'a  \n b' as \"c \nd\"\nfrom t -- x\n\n/* y\n */"
    view.undo()
    assert view.text().endswith("*/  ")


def test_home_goes_to_the_first_sign_and_then_to_the_very_start(view: CodeView) -> None:
    view.set_text("    select")
    view.set_caret(8)
    for column in (4, 0, 4):
        QTest.keyClick(view, Qt.Key.Key_Home)
        assert view.caret == column
    QTest.keyClick(view, Qt.Key.Key_Home, Qt.KeyboardModifier.ShiftModifier)
    assert view.selected_range() == (0, 4)


def test_a_replacement_inside_a_fold_changes_only_what_it_should(view: CodeView) -> None:
    line = "a" * 5_000 + "needle" + "b" * 20_000 + "needle" + "c" * 9_000
    view.set_text(f"select 1;\n{line}\nselect 2")
    found = [at for at in range(len(view.text())) if view.text().startswith("needle", at)]
    view.replace_all([(at, at + 6, "pin") for at in found])
    assert view.text() == f"select 1;\n{line.replace('needle', 'pin')}\nselect 2"
    view.undo()
    assert view.text() == f"select 1;\n{line}\nselect 2"


def test_nothing_changes_in_a_text_that_is_read_only(view: CodeView) -> None:
    view.set_text("a \nb")
    view.setReadOnly(True)
    view.duplicate()
    view.move_lines(down=True)
    view.delete_lines()
    view.join_lines()
    view.change_case(upper=True)
    view.trim_trailing_blanks()
    view.dedent()
    assert view.text() == "a \nb"
