"""Finding and replacing in the editor, against Python's `re` on plain text; nothing holds the window still."""

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from helpers.waiting import PATIENCE_S, eventually
from lapwing.gui.editor.code_find_bar import CodeFindBar
from lapwing.gui.editor.code_view import CodeView
from lapwing.gui.editor.finding import EditorFind
from lapwing.gui.editor.search_memory import SearchMemory
from lapwing.gui.editor.search_terms import PatternWrong, Wanted, search
from lapwing.gui.theme import Theme, ThemeMode
from lapwing.sql.dialect import dialect_named


class Place(QWidget):
    """An editor below its bar."""

    def __init__(self) -> None:
        super().__init__()
        self.view = CodeView(self)
        self.view.set_dialect(dialect_named("sqlite"))
        self.bar = CodeFindBar(SearchMemory(), self)
        self.bar.hide()
        self.finder = EditorFind(self.view, self.bar)
        down = QVBoxLayout(self)
        down.addWidget(self.bar)
        down.addWidget(self.view)
        self.resize(900, 400)

    def look_for(self, text: str, *, replacing: str | None = None) -> None:
        self.finder.open(replacing=replacing is not None)
        self.bar.field.setText(text)
        self.bar.replacement.setText(replacing or "")
        self.bar.search_wanted.emit()

    def click(self, name: str) -> None:
        button = self.bar.findChild(QPushButton, name)
        assert button is not None
        button.click()

    def wait(self) -> None:
        """Until the process has answered."""
        eventually(lambda: QApplication.processEvents() or not self.finder.is_searching)


@pytest.fixture
def place(qtbot, qapp: QApplication) -> Iterator[Place]:
    Theme(qapp, ThemeMode.DARK)
    made = Place()
    qtbot.addWidget(made)
    made.show()
    made.finder.set_patience(int(PATIENCE_S * 1000))  # a process has to begin for the first expression
    yield made
    made.finder.stop()


def count(place: Place) -> str:
    return place.bar.said.replace("\u202f", "")


def test_what_is_typed_is_found_from_the_caret_on_counted_and_gone_through_both_ways(place: Place) -> None:
    place.view.set_text("one two\nOne three\nzone \U0001f600 one")
    place.view.set_caret(8)
    place.look_for("one")
    assert (place.view.selected_range(), count(place)) == ((8, 11), "2 of 4")
    QTest.keyClick(place.bar.field, Qt.Key.Key_Return)
    assert (place.view.selected_range(), count(place)) == ((19, 22), "3 of 4")
    place.finder.step(1)
    place.finder.step(1)
    assert (place.view.selected_range(), count(place)) == ((0, 3), "1 of 4")
    QTest.keyClick(place.bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert count(place) == "4 of 4"
    place.bar.match_case.click()
    assert count(place) == "3 of 3"
    place.bar.whole_word.click()
    assert count(place) == "2 of 2"
    QTest.keyClick(place.bar, Qt.Key.Key_Escape)
    assert not place.bar.isVisible()
    place.finder.step(1)
    assert place.view.selected_range() == (0, 3)


def test_the_selection_fills_the_field_or_is_where_it_is_looked(place: Place) -> None:
    place.view.set_text("a b\na\na a")
    place.view.select(0, 1)
    place.finder.open()
    assert (place.bar.field.text(), count(place)) == ("a", "1 of 4")
    place.bar.close_bar()
    place.view.select(2, 6)
    place.finder.open()
    assert place.bar.in_selection.isChecked()
    assert place.bar.field.text() == "a"
    assert count(place) == "1 of 1"
    place.look_for("a", replacing="xyz")
    place.click("find.replace_all")
    assert place.view.text() == "a b\nxyz\na a"


@given(
    text=st.lists(st.sampled_from(["a", "b", "ab", "\n", " ", "\U0001f600", "\u2028", "é"]), max_size=30).map("".join),
    pattern=st.sampled_from([r"a", r"b*", r"^", r"$", r"(a)(b)?", r"\s+", r"[^a]", r"(?P<x>a.)", "\U0001f600|é"]),
    match_case=st.booleans(),
)
def test_places_and_replacements_are_those_of_re(text: str, pattern: str, match_case: bool) -> None:
    compiled = re.compile(pattern, re.MULTILINE | (0 if match_case else re.IGNORECASE))
    replacement = r"<\g<0>>" if compiled.groups == 0 else r"\1-" if "?P" not in pattern else r"\g<x>."
    ours = replacement.replace(r"\g<0>", "$&").replace(r"\g<x>", "${x}")
    hits = search(text, Wanted(pattern, match_case, is_regex=True, replacement=ours))
    assert hits.places == [found.span() for found in compiled.finditer(text)]
    done, out = 0, ""
    for (start, end), new in zip(hits.places, hits.texts, strict=True):
        out += text[done:start] + new
        done = end
    assert out + text[done:] == compiled.sub(replacement, text)


@pytest.mark.parametrize("signs", ["$", r"\1", "$1", r"\n", r"a\b", "(", "[", "."])
def test_plain_text_means_itself_wherever_it_is_typed(place: Place, signs: str) -> None:
    text = f"x{signs}y{signs}z"
    place.view.set_text(text)
    place.look_for(signs, replacing=signs + signs)
    place.click("find.replace_all")
    assert place.view.text() == text.replace(signs, signs + signs)
    place.view.undo()
    assert place.view.text() == text
    assert not place.view.document().isUndoAvailable()


def test_expressions_replace_one_by_one_and_all_at_once_with_groups_and_escapes(place: Place) -> None:
    place.view.set_text("a=1, b=2, c=3")
    place.look_for("(\\w)=(\\d)", replacing="$2\\t\\1$$")
    place.bar.regex.click()
    place.wait()
    assert count(place) == "1 of 3"
    place.click("find.replace")
    place.wait()
    assert place.view.text() == "1\ta$, b=2, c=3"
    assert place.view.selected_text() == "b=2"
    place.click("find.replace_all")
    place.wait()
    assert place.view.text() == "1\ta$, 2\tb$, 3\tc$"
    place.view.undo()
    assert place.view.text() == "1\ta$, b=2, c=3"


@pytest.mark.parametrize(("pattern", "replacement"), [("(", None), ("a{2,1}", None), ("a", "$1"), ("(a)", "${x}")])
def test_what_is_wrong_with_an_expression_is_said_at_the_field(
    place: Place, pattern: str, replacement: str | None
) -> None:
    place.view.set_text("aaa")
    place.bar.regex.click()
    place.look_for(pattern, replacing=replacement)
    if replacement is not None:
        place.click("find.replace_all")
    place.wait()
    assert place.bar.field.property("invalid")
    assert "expression is not right" in place.bar.said
    assert place.view.text() == "aaa"
    with pytest.raises(PatternWrong):
        search("aaa", Wanted(pattern, is_regex=True, replacement=replacement))


def test_an_expression_that_never_ends_is_given_up_while_the_window_goes_on(place: Place, monkeypatch) -> None:
    place.view.set_text("a" * 60 + "b")
    place.bar.regex.click()
    place.finder.set_patience(400)
    place.look_for("(a+)+$")
    QTest.keyClicks(place.view, "x")
    assert "x" in place.view.text()
    place.look_for("(a+)+$")
    place.wait()
    assert "given up" in place.bar.said
    place.finder.set_patience(int(PATIENCE_S * 1000))
    place.look_for("b")
    place.wait()
    assert count(place) == "1 of 1"


def test_places_follow_the_text_while_it_is_edited(place: Place) -> None:
    place.view.set_text("ab ab")
    place.look_for("ab")
    place.view.set_caret(5)
    QTest.keyClicks(place.view, " ab")
    eventually(lambda: QApplication.processEvents() or count(place) == "3")


def test_a_hundred_thousand_places_are_counted_and_replaced_in_one_step(place: Place) -> None:
    place.view.set_text("a,\n" * 70_000)
    place.look_for("a,", replacing="b;")
    assert count(place) == "1 of 70000"
    place.click("find.replace_all")
    assert place.view.text() == "b;\n" * 70_000
    place.view.undo()
    assert place.view.text() == "a,\n" * 70_000


def test_up_brings_back_what_was_searched_before_also_in_another_editor(place: Place, qtbot) -> None:
    place.view.set_text("x")
    for text in ("first", "second"):
        place.look_for(text)
        place.finder.step(1)
    place.bar.field.setText("now")
    for expected in ("second", "first", "first"):
        QTest.keyClick(place.bar.field, Qt.Key.Key_Up)
        assert place.bar.field.text() == expected
    QTest.keyClick(place.bar.field, Qt.Key.Key_Down)
    QTest.keyClick(place.bar.field, Qt.Key.Key_Down)
    assert place.bar.field.text() == "now"
