"""The editor with a real document behind it: texts, offsets, edits, undo, what is told to others."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lapwing.gui.editor.code_view import CodeView
from lapwing.gui.theme import Theme, ThemeMode, mono_font
from lapwing.sql.dialect import dialect_named

STRANGE = [
    *("\u00a0", "\u2028", "\u2029", "\0", "\t", "\u202e", "\ufeff", "\uffff", "\u00ad", "\x0b\x0c\x1c\x85", ""),
    *("\ud800", "\udfff\ud800", "\ufdd0\ufdd1\ufdd6", "\U000f0000\U0010ffff"),
    *("\U0001f600", "\u2764\ufe0f", "e\u0301"),
]


@pytest.fixture(autouse=True)
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, ThemeMode.DARK)


@pytest.fixture
def view(qtbot) -> CodeView:
    made = CodeView()
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.set_dialect(dialect_named("sqlite"))
    return made


def mime(text: str) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    return data


class Listener:
    """Keeps a text up to date by nothing but what the view tells."""

    def __init__(self, view: CodeView) -> None:
        self.text = view.text()
        self.edits = 0
        view.changed_at.connect(self.hear)

    def hear(self, position: int, removed: int, added: str) -> None:
        assert 0 <= position <= position + removed <= len(self.text)
        self.text = self.text[:position] + added + self.text[position + removed :]
        self.edits += 1


# Exact texts


@pytest.mark.parametrize("strange", STRANGE)
def test_a_text_comes_out_as_it_went_in(view: CodeView, strange: str) -> None:
    text = f"select '{strange}' as a,\n  {strange}b\n{strange}"
    view.set_text(text)
    assert view.text() == text
    assert view.blockCount() == 3


@pytest.mark.parametrize("strange", STRANGE)
def test_a_text_put_in_as_an_edit_comes_out_the_same_and_is_told(view: CodeView, strange: str) -> None:
    view.set_text("select 1\nfrom t")
    listener = Listener(view)
    view.select(7, 8)
    view.insert_text(f"{strange}\n{strange}")
    assert view.text() == f"select {strange}\n{strange}\nfrom t"
    assert listener.text == view.text()


def test_line_ends_become_one_kind(view: CodeView) -> None:
    view.set_text("a\r\nb\rc\nd")
    assert view.text() == "a\nb\nc\nd"
    view.insert_text("x\r\ny\r")
    assert view.text() == "x\ny\na\nb\nc\nd"


@pytest.mark.parametrize(
    "strange", [text for text in STRANGE if not any("\ud800" <= char <= "\udfff" for char in text)]
)
def test_what_is_copied_and_pasted_stays_exact(view: CodeView, strange: str) -> None:
    view.set_text(f"a{strange}b\nc")
    view.selectAll()
    assert view.selected_text() == f"a{strange}b\nc"
    copied = view.createMimeDataFromSelection()
    view.set_text("")
    view.insertFromMimeData(copied)
    assert view.text() == f"a{strange}b\nc"


def test_a_new_text_is_told_to_nobody_and_cannot_be_undone(view: CodeView, qtbot) -> None:
    with qtbot.assertNotEmitted(view.text_edited), qtbot.assertNotEmitted(view.changed_at):
        view.set_text("select 1")
    view.undo()
    assert view.text() == "select 1"
    assert not view.document().isUndoAvailable()


def test_dropped_files_are_left_to_the_window(view: CodeView) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/tmp/x.sqlite")])
    data.setText("/tmp/x.sqlite")
    assert not view.canInsertFromMimeData(data)
    assert view.canInsertFromMimeData(mime("select 1"))


def test_what_an_input_method_writes_is_kept_exactly(view: CodeView) -> None:
    for written in ("注文", "a\u2029b", "x\ny"):
        event = QInputMethodEvent()
        event.setCommitString(written)
        QGuiApplication.sendEvent(view, event)
    assert view.text() == "注文a\u2029bx\ny"


# Offsets


@pytest.mark.parametrize(
    "before", ["", "select 1;\n", "-- 😀😀\n", "'\u2028\0' \U000f0000\n", "-- " + "x" * 20_000 + "\n"]
)
def test_every_offset_is_one_of_the_exact_text(view: CodeView, before: str) -> None:
    text = before + "select 😀 from t"
    view.set_text(text)
    for offset in range(len(before), len(text) + 1):
        view.set_caret(offset)
        assert view.caret == offset
        assert view.line_and_column() == (before.count("\n") + 1, offset - len(before) + 1)
    start = text.index("from")
    view.select(start, start + 4)
    assert view.selected_range() == (start, start + 4)
    assert view.selected_text() == "from"


def test_an_offset_outside_the_text_means_its_nearer_end(view: CodeView) -> None:
    view.set_text("a😀b")
    view.set_caret(100)
    assert view.caret == 3
    view.set_caret(-5)
    assert view.caret == 0
    view.set_text("ab")
    view.set_caret(100)
    assert view.caret == 2


def test_a_replacement_is_one_step_of_undo(view: CodeView) -> None:
    view.set_text("select 😀, 1\nfrom t")
    view.replace(7, 8, "a\u2029\nb")
    assert view.text() == "select a\u2029\nb, 1\nfrom t"
    view.undo()
    assert view.text() == "select 😀, 1\nfrom t"


# Edits, as a person makes them in any order

OPERATIONS = ("insert", "type", "delete", "backspace", "word", "undo", "redo", "return", "comment", "indent", "dedent")
operations = st.lists(
    st.tuples(
        st.sampled_from(OPERATIONS),
        st.integers(0, 80),
        st.integers(0, 80),
        st.text(st.sampled_from("ab'( )\n\t😀\u2028\0\u202e\ufdd6Z\U000f0000"), max_size=6),
    ),
    max_size=25,
)


@pytest.fixture(scope="module")
def shared_view(qapp: QApplication):
    Theme(qapp, ThemeMode.DARK)
    made = CodeView()
    made.set_dialect(dialect_named("sqlite"))
    yield made
    made.close()


def act(view: CodeView, name: str, start: int, end: int, text: str) -> None:
    view.select(min(start, len(view.text())), min(end, len(view.text())))
    if name == "insert":
        view.insert_text(text)
    elif name == "type":
        QTest.keyClicks(view, "".join(char for char in text if char.isascii() and char.isprintable()))
    elif name in {"undo", "redo"}:
        getattr(view, name)()
    else:
        keys = {
            "delete": (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
            "backspace": (Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier),
            "word": (Qt.Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier),
            "return": (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
            "comment": (Qt.Key.Key_Slash, Qt.KeyboardModifier.ControlModifier),
            "indent": (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier),
            "dedent": (Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier),
        }
        QTest.keyClick(view, *keys[name])


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.sampled_from("ab (\n'😀\u2029\0"), max_size=40), operations)
def test_whatever_is_done_others_who_only_listen_have_the_same_text(
    shared_view: CodeView, text: str, done: list
) -> None:
    shared_view.set_text(text)
    listener = Listener(shared_view)
    try:
        for operation in done:
            act(shared_view, *operation)
            raw = shared_view.document().toRawText().split("\u2029")
            assert shared_view.text() == shared_view._mirror.codec.exact("\n".join(raw))
            assert listener.text == shared_view.text()
        while shared_view.document().isUndoAvailable():
            shared_view.undo()
        assert shared_view.text() == text == listener.text
    finally:
        shared_view.changed_at.disconnect(listener.hear)


def test_one_key_tells_once(view: CodeView, qtbot) -> None:
    view.set_text("select 1")
    listener = Listener(view)
    heard = []
    view.text_edited.connect(lambda: heard.append(view.text()))
    view.set_caret(8)
    QTest.keyClick(view, Qt.Key.Key_2)
    assert (listener.edits, heard) == (1, ["select 12"])


def test_the_caret_is_told_once_it_rests_and_the_timer_then_sleeps(view: CodeView, qtbot) -> None:
    view.set_text("select 😀, 1")
    qtbot.wait_signal(view.statement_caret_moved).wait()
    heard = []
    view.statement_caret_moved.connect(heard.append)
    with qtbot.waitSignal(view.statement_caret_moved):
        for offset in range(1, 10):
            view.set_caret(offset)
    assert heard == [9]
    assert not view._caret_timer.isActive()


def test_typing_tells_where_the_caret_rests_too(view: CodeView, qtbot) -> None:
    with qtbot.waitSignal(view.statement_caret_moved) as told:
        QTest.keyClicks(view, "ab")
    assert told.args == [2]


# Very long lines


def test_a_line_of_a_megabyte_is_shown_as_a_short_one_and_stays_exact(view: CodeView) -> None:
    line = "insert into t values (" + "1234, " * 180_000 + "9);"
    text = f"select 1;\n{line}\nselect 2;"
    view.set_text(text)
    assert view.text() == text
    assert max(len(block) for block in view.document().toRawText().split("\u2029")) < 2_000
    view.set_caret(len(text) - 12)
    QTest.keyClick(view, Qt.Key.Key_X)
    assert view.text() == text[:-12] + "x" + text[-12:]
    view.undo()
    assert view.text() == text


def test_a_long_line_pasted_into_a_short_one_is_folded_too_and_copied_whole(view: CodeView) -> None:
    view.set_text("select ''")
    view.set_caret(8)
    view.insertFromMimeData(mime("z" * 300_000))
    assert view.document().characterCount() < 2_000
    assert view.text() == "select '" + "z" * 300_000 + "'"
    view.selectAll()
    assert view.createMimeDataFromSelection().text() == view.text()


def test_opening_a_fold_changes_nothing_in_the_text_and_tells_nothing(view: CodeView, qtbot) -> None:
    text = "select '" + "z" * 30_000 + "'"
    view.set_text(text)
    view.show()
    point = next(
        at for at in (view.cursorRect(cursor).center() for cursor in [cursor_at(view, 1_000)]) if at is not None
    )
    view.horizontalScrollBar().setValue(point.x() - 100)
    view.grab()
    fold = view._overlay._folds[0][0].center()
    with qtbot.assertNotEmitted(view.text_edited), qtbot.assertNotEmitted(view.changed_at):
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=fold)
    assert view.document().characterCount() == len(text) + 1
    assert view.text() == text


def cursor_at(view: CodeView, position: int) -> QTextCursor:
    cursor = QTextCursor(view.document())
    cursor.setPosition(position)
    return cursor


def test_deleting_a_fold_deletes_what_is_in_it_and_undo_brings_it_back(view: CodeView) -> None:
    text = "select '" + "z" * 30_000 + "'"
    view.set_text(text)
    listener = Listener(view)
    view.setTextCursor(cursor_at(view, 1_000))
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert view.text() == text[:1_000] + text[-100:]
    view.undo()
    assert view.text() == text == listener.text


def test_text_that_was_made_larger_stays_so_when_the_desktop_turns_light(view: CodeView, theme: Theme) -> None:
    view.show()
    view.set_zoom(20)
    theme.set_mode(ThemeMode.LIGHT)
    assert (view.font().pixelSize(), view.document().defaultFont().pixelSize()) == (20, 20)
    assert view.font().family() == mono_font().family()
