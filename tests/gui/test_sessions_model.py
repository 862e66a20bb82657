"""Sessions come and go in a table that a person works in."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from helpers.counts import times
from lapwing.domain.monitoring.activity import ActivitySession, ActivityState
from lapwing.domain.monitoring.blocking import blocking_of
from lapwing.domain.monitoring.sessions import ActivityCounts
from lapwing.gui.monitor.sessions_line import SessionsLine
from lapwing.gui.monitor.sessions_model import SessionsModel
from lapwing.gui.monitor.sessions_rows import Chip, Grouping, SessionColumn, SessionRow, Wanted, rows_of
from lapwing.gui.monitor.sessions_scrub import ScrubBar
from lapwing.gui.monitor.sessions_table import SessionsTable
from lapwing.gui.theme import Theme

_S = ActivityState


def session(name: str, state: ActivityState = _S.ACTIVE, **more: object) -> ActivitySession:
    return replace(ActivitySession(name, state, began=f"at {name}"), **more)  # type: ignore[arg-type]


def many(count: int, *, user: str = "web") -> list[ActivitySession]:
    return [session(str(number), _S.IDLE, user=user) for number in range(count)]


def drawn(model: SessionsModel, above: QModelIndex | None = None, depth: int = 0) -> list[str]:
    """The first column, indented as it stands."""
    above = above or QModelIndex()
    lines = []
    for row in range(model.rowCount(above)):
        index = model.index(row, 0, above)
        lines += ["  " * depth + index.data(), *drawn(model, index, depth + 1)]
    return lines


def expected(rows: list[SessionRow], depth: int = 0) -> list[str]:
    lines = []
    for row in rows:
        name = row.session.id if row.session else f"{row.title} · {len(row.children)}" if not row.node else row.title
        lines += ["  " * depth + name, *expected(row.children, depth + 1)]
    return lines


_SESSIONS = st.lists(
    st.builds(
        lambda name, user, blocked: session(name, user=user, blocked_by=tuple(blocked)),
        st.sampled_from("123456"),
        st.sampled_from(["web", "etl"]),
        st.lists(st.sampled_from("12345678"), max_size=2),
    ),
    unique_by=lambda each: each.id,
    max_size=6,
)
_WANTED = st.builds(
    Wanted,
    is_tree=st.booleans(),
    grouping=st.sampled_from([Grouping.NONE, Grouping.USER]),
    sort=st.tuples(st.sampled_from([SessionColumn.SESSION, SessionColumn.STATE, SessionColumn.USER]), st.booleans()),
)


@settings(max_examples=times(15, 1_000))
@given(looks=st.lists(st.tuples(_SESSIONS, _WANTED), min_size=2, max_size=6))
def test_whatever_follows_whatever_the_model_shows_it_and_keeps_qts_rules(
    dark: Theme, looks: list[tuple[list[ActivitySession], Wanted]]
) -> None:
    model = SessionsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for sessions, wanted in looks:
        rows = rows_of(sessions, wanted)
        model.show(rows)
        assert drawn(model) == expected(rows)
    del tester


def test_what_is_chosen_has_the_focus_and_is_in_sight_stays_so_while_sessions_come_and_go(
    qtbot: QtBot, dark: Theme
) -> None:
    model = SessionsModel()
    table = SessionsTable(model)
    qtbot.addWidget(table)
    table.resize(900, 300)
    table.show()
    wanted = Wanted(sort=(SessionColumn.SESSION, False))
    sessions = many(200)
    table.show_rows(rows_of(sessions, wanted), branched=False)
    table.choose("125")
    scrolled = table.verticalScrollBar().value()
    assert scrolled > 0
    kept = table.selected_keys()
    for look in range(5):
        shown = [replace(each, state_age_s=look) for each in sessions if int(each.id) % 7 != look]
        table.show_rows(rows_of([*shown, session(str(1_000 + look))], wanted), branched=False)
        assert table.selected_keys() == kept
        current = table.current()
        assert current is not None
        assert (current.id, current.state_age_s) == ("125", look)
        assert table.verticalScrollBar().value() == scrolled
    table.show_rows(rows_of([each for each in sessions if each.id != "125"], wanted), branched=False)
    assert (table.current(), table.selected()) == (None, [])  # and no neighbour is chosen when it is gone
    table.show_rows(rows_of(sessions, wanted), branched=False)
    table.choose("125")
    grouped = replace(wanted, grouping=Grouping.USER)
    table.show_rows(rows_of(sessions, grouped), branched=True)
    assert table.selected_keys() == kept
    assert table.isExpanded(model.index(0, 0))
    table.collapse(model.index(0, 0))
    table.show_rows(rows_of([*sessions, session("7777")], grouped), branched=True)
    opened = {model.index(row, 0).data(): table.isExpanded(model.index(row, 0)) for row in range(2)}
    assert opened == {"web · 200": False, "none · 1": True}


def test_a_later_session_of_the_same_id_is_another_row(qtbot: QtBot, dark: Theme) -> None:
    table = SessionsTable(SessionsModel())
    qtbot.addWidget(table)
    table.show_rows(rows_of([session("7")], Wanted()), branched=False)
    table.choose("7")
    assert [each.id for each in table.selected()] == ["7"]
    table.show_rows(rows_of([session("7", began="later")], Wanted()), branched=False)
    assert table.selected() == []


def test_filters_chips_groups_and_order_choose_what_is_shown() -> None:
    sessions = [
        session("1", statement="SELECT fruit", user="ann", statement_age_s=5.0),
        session("2", wait="IO: DataFileRead", user="bob"),
        session("3", _S.IN_TRANSACTION, transaction_age_s=60.0, user="ann"),
        session("4", blocked_by=("3",), wait="Lock: tuple", transaction_age_s=9.0),
        session("5", _S.IDLE, user="cy"),
        session("6", _S.OTHER, kind="checkpointer"),
    ]

    def shown(**wanted: object) -> list[str]:
        return expected(rows_of(sessions, Wanted(**wanted)))  # type: ignore[arg-type]

    assert shown() == ["4", "2", "1", "3", "5", "6"]
    assert shown(sort=(SessionColumn.STATEMENT_AGE, True))[0] == "1"
    assert shown(sort=(SessionColumn.TRANSACTION_AGE, True))[:2] == ["3", "4"]
    assert shown(hide_idle=True) == ["4", "2", "1", "3"]
    assert shown(text="FRUIT ann") == ["1"]
    assert shown(text="checkp") == ["6"]
    assert shown(chips=frozenset({Chip.ACTIVE})) == ["4", "2", "1"]
    assert shown(chips=frozenset({Chip.WAITING})) == ["4", "2"]
    assert shown(chips=frozenset({Chip.IN_TRANSACTION})) == ["4", "3"]
    assert shown(chips=frozenset({Chip.BLOCKED})) == ["4", "3"]
    assert shown(chips=frozenset({Chip.BLOCKED}), text="ann") == ["3"]
    assert shown(grouping=Grouping.USER, text="ann") == ["ann · 2", "  1", "  3"]
    assert shown(is_tree=True, chips=frozenset({Chip.ACTIVE})) == ["3", "  4"]
    assert shown(is_tree=True, text="nobody") == []


def test_columns_say_what_they_hold_and_screen_readers_hear_how_many_wait(qtbot: QtBot, dark: Theme) -> None:
    model = SessionsModel()
    waiting = [session(str(number), blocked_by=("1",), statement_age_s=247.0) for number in (2, 3)]
    model.show(rows_of([session("1", _S.IN_TRANSACTION, transaction_age_s=93_784.0), *waiting], Wanted(is_tree=True)))
    top = model.index(0, 0)
    assert "2 wait" in top.data(Qt.ItemDataRole.AccessibleTextRole)
    assert model.index(0, SessionColumn.TRANSACTION_AGE).data() == "1 d 2:03"
    assert model.index(0, SessionColumn.STATEMENT_AGE, top).data() == "4:07"
    assert model.index(0, SessionColumn.STATE, top).data() == "blocked"
    assert model.index(0, SessionColumn.BLOCKED_BY, top).data() == "1"


def test_the_bar_of_the_last_minutes_is_gone_through_by_mouse_and_keys_and_forgets_what_is_not_kept(
    qtbot: QtBot, dark: Theme
) -> None:
    bar = ScrubBar()
    qtbot.addWidget(bar)
    bar.resize(924, 52)  # a pixel a second, beside 12 at each end
    bar.show()
    assert not bar.grab().isNull()  # before anything was seen
    start = 1_790_000_000.0
    bar.add([ActivityCounts(start + second, 1, 0, second % 3, 0, 9) for second in range(1_000)], start + 50)
    assert bar.counts[0].at == start + 99
    chosen: list[float] = []
    lives: list[int] = []
    bar.moment_chosen.connect(lambda at: chosen.append(at - start))
    bar.moment_chosen.connect(bar.show_moment)
    bar.live_wanted.connect(lambda: lives.append(len(chosen)))
    bar.live_wanted.connect(lambda: bar.show_moment(None))
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(912 - 100, 20))
    assert chosen == [pytest.approx(899, abs=2)]
    assert "blocked" in bar.accessibleDescription()
    bar.setFocus()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_PageUp, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_Left):
        QTest.keyClick(bar, key)
    first = chosen[0]
    assert chosen == [first, first - 1, first - 61, first - 60, 99, 99]
    QTest.keyClick(bar, Qt.Key.Key_Escape)
    QTest.keyClick(bar, Qt.Key.Key_PageDown)
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(918, 20))
    assert lives == [6, 6, 6]
    bar.add([ActivityCounts(start + 5_000, 0, 0, 0, 0, 9)], start + 4_900)
    assert [each.at for each in bar.counts] == [start + 5_000]


def test_the_bar_shows_its_looks_while_it_has_the_focus_and_marks_a_moment(qtbot: QtBot, dark: Theme) -> None:
    bar = ScrubBar()
    qtbot.addWidget(bar)
    bar.resize(924, 52)
    bar.show()
    bar.add([ActivityCounts(1_790_000_000.0 + second, 1, 0, 0, 0, 9) for second in range(900)], None)
    bar.show_moment(1_790_000_450.0)
    bar.activateWindow()
    bar.setFocus()
    qtbot.waitUntil(bar.hasFocus)
    above_the_bars = bar.grab().toImage().pixelColor(700, 9)
    assert above_the_bars == dark.colors.background


def test_that_nobody_waits_is_only_said_once_the_server_was_looked_at(qtbot: QtBot, dark: Theme) -> None:
    line = SessionsLine()
    qtbot.addWidget(line)
    line.show_blocking(None, "")
    assert line.summary.text() == ""
    line.show_blocking(blocking_of(many(2)), "")
    assert line.summary.text() == "Nobody waits for another session."
