"""Colours of the lines on the screen: right, and never all of the document's at once."""

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lapwing.gui.editor.code_names import names_behind_dots
from lapwing.gui.editor.code_view import CodeView
from lapwing.gui.theme import Theme, ThemeMode
from lapwing.sql.dialect import dialect_named

SQLITE = dialect_named("sqlite")


@pytest.fixture(autouse=True)
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, ThemeMode.DARK)


@pytest.fixture
def view(qtbot, theme: Theme) -> CodeView:
    made = CodeView()
    qtbot.addWidget(made)
    made.resize(800, 400)
    made.set_dialect(SQLITE)
    made.show()
    return made


def colors_of(view: CodeView, line: int) -> dict[str, str]:
    """What is coloured in a line, by its text; a name of a token or `#rrggbb`."""
    block = view.document().findBlockByNumber(line)
    text = block.text()
    names = {color.name(): name for name, color in Theme.current().colors.as_dict().items()}
    return {
        text[part.start : part.start + part.length]: names[part.format.foreground().color().name()]
        for part in block.layout().formats()
        if part.format.foreground().color() != QColor("transparent")
    }


def formatted_lines(view: CodeView) -> int:
    count, block = 0, view.document().firstBlock()
    while block.isValid():
        count += bool(block.layout().formats())
        block = block.next()
    return count


def test_each_kind_of_token_has_its_colour(view: CodeView) -> None:
    view.set_text("select count(*), 12.5, 'text', ?1 -- note")
    found = colors_of(view, 0)
    assert {"select": "keyword", "12.5": "number", "'text'": "string", "-- note": "comment"}.items() <= found.items()
    assert found["count"] == "function"
    assert "*" not in found


def test_a_comment_of_several_lines_is_one(view: CodeView) -> None:
    view.set_text("select 1 /* a\nselect 2\nb */ select 3")
    assert colors_of(view, 1) == {"select 2": "comment"}
    assert colors_of(view, 2)["select"] == "keyword"


def test_opening_and_closing_a_comment_recolours_what_follows_on_the_screen(view: CodeView, qtbot) -> None:
    view.set_text("a\nselect 1\nselect 2")
    view.set_caret(0)
    view.insert_text("/*")
    qtbot.waitUntil(lambda: colors_of(view, 2) == {"select 2": "comment"})
    view.undo()
    qtbot.waitUntil(lambda: colors_of(view, 2).get("select") == "keyword")


def test_lines_inserted_above_and_removed_leave_every_colour_right(view: CodeView) -> None:
    view.set_text("select 1\n/* x\ny */\nselect 2")
    view.set_caret(0)
    view.insert_text("one\ntwo\n")
    assert colors_of(view, 3) == {"/* x": "comment"}
    assert colors_of(view, 5)["select"] == "keyword"
    view.replace(view.text().index("/*"), view.text().index("y */"), "")
    assert colors_of(view, 3).get("select") is None
    assert colors_of(view, 4)["select"] == "keyword"


def test_only_lines_on_the_screen_are_given_colours(view: CodeView, qtbot) -> None:
    view.set_text("select 1;\n" * 20_000)
    assert formatted_lines(view) < 60
    qtbot.waitUntil(lambda: not view._highlighter.is_working)
    assert formatted_lines(view) < 60
    view.set_caret(len(view.text()))
    assert colors_of(view, 19_998)["select"] == "keyword"


def test_what_is_far_down_becomes_right_in_the_background_and_then_nothing_ticks(view: CodeView, qtbot) -> None:
    view.set_text("/* " + "select 1;\n" * 20_000)
    view.set_caret(len(view.text()))
    qtbot.waitUntil(lambda: not view._highlighter.is_working)
    assert colors_of(view, 19_990) == {"select 1;": "comment"}


def test_editing_while_the_background_still_works_ends_right(view: CodeView, qtbot) -> None:
    text = "select 1;\n" * 5_000 + "/*\n" + "select 2;\n" * 5_000
    view.set_text(text)
    view.set_caret(0)
    view.insert_text("/*")
    view.set_caret(20_000)
    view.insert_text("*/")
    view.set_caret(len(text) + 4)
    qtbot.waitUntil(lambda: not view._highlighter.is_working)
    assert view._highlighter._ends == states_from_the_top(view)
    assert colors_of(view, 9_999) == {"select 2;": "comment"}


def states_from_the_top(view: CodeView) -> list[int]:
    state, states = 0, []
    for line in view.text().split("\n"):
        _, state = SQLITE.lex_line(line, state)
        states.append(state)
    return states


@pytest.mark.parametrize("count", [9_000, 12_000])
def test_a_line_too_long_is_written_in_the_colour_of_text(view: CodeView, count: int) -> None:
    line = "select " * (count // 7)
    view.set_text(f"select 1\n{line}\nselect 2")
    assert bool(colors_of(view, 1)) == (count < 10_000)
    assert colors_of(view, 2)["select"] == "keyword"


def test_of_a_wide_line_the_columns_on_the_screen_are_coloured_wherever_one_scrolls(view: CodeView) -> None:
    view.set_text("select 1, " * 900)
    assert 100 < len(view.document().firstBlock().layout().formats()) < 500
    view.horizontalScrollBar().setValue(view.horizontalScrollBar().maximum())
    last = max(part.start for part in view.document().firstBlock().layout().formats())
    assert last > 8_900


def test_characters_beyond_the_basic_plane_do_not_shift_colours(view: CodeView) -> None:
    view.set_text("'😀😀' select 1")
    parts = view.document().firstBlock().layout().formats()
    assert [(part.start, part.length) for part in parts] == [(0, 6), (7, 6), (14, 1)]


def test_the_other_theme_brings_its_own_colours(view: CodeView, theme: Theme) -> None:
    view.set_text("select 1")
    theme.set_mode(ThemeMode.LIGHT)
    assert colors_of(view, 0) == {"select": "keyword", "1": "number"}


def test_without_a_language_nothing_is_coloured(view: CodeView) -> None:
    view.set_text("select 1")
    view.set_lexer(None)
    assert colors_of(view, 0) == {}


def test_what_an_input_method_composes_moves_the_colours_and_leaves_no_trace(view: CodeView) -> None:
    view.set_text("x, 'text'")
    view.set_caret(1)
    composing = QInputMethodEvent("にほ", [])
    QGuiApplication.sendEvent(view, composing)
    layout = view.document().firstBlock().layout()
    assert layout.preeditAreaText() == "にほ"
    assert any((part.start, part.length) == (5, 6) for part in layout.formats())
    QGuiApplication.sendEvent(view, QInputMethodEvent("", []))
    assert [(part.start, part.length) for part in layout.formats()] == [(3, 6)]
    assert view.text() == "x, 'text'"


def test_typing_keeps_the_line_coloured_at_every_key(view: CodeView) -> None:
    for typed, expected in (("s", {}), ("elect", {"select": "keyword"}), ("x", {})):
        QTest.keyClicks(view, typed)
        assert colors_of(view, 0) == expected


def test_named_parameters_are_shown_as_such_in_every_language(view: CodeView) -> None:
    for dialect in ("postgresql", "mysql", "sqlite", "ansi"):
        view.set_dialect(dialect_named(dialect))
        view.set_text("select * from t where a = :since and b > (:count)")
        assert {":since": "accent_text", ":count": "accent_text"}.items() <= colors_of(view, 0).items(), dialect


def test_casts_slices_and_keys_are_no_parameters(view: CodeView) -> None:
    view.set_dialect(dialect_named("postgresql"))
    view.set_text("select a::total, b[1:n], b[m:n], 'x':y from t -- :z")
    assert "accent_text" not in colors_of(view, 0).values()


def test_words_behind_a_name_and_a_dot_are_names() -> None:
    dialect = dialect_named("postgresql")
    for line, names in (
        ("select a.key, a.date, key from b.user", {"key", "user"}),
        ('select "A B" . select from x', {"select"}),
        ("select 1.and 2", set()),
        (".open x", set()),
    ):
        tokens = names_behind_dots(line, dialect.lex_line(line, 0)[0])
        was = dialect.lex_line(line, 0)[0]
        changed = {line[start:end] for (kind, start, end), old in zip(tokens, was, strict=True) if kind != old.kind}
        assert changed == names
