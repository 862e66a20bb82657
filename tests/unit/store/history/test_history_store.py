"""The history's file: what is found in it again, how long it is kept, and what becomes of it when it is damaged."""

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.full_disks import longest_file
from helpers.waiting import eventually
from lapwing.domain.errors import StoredNewer
from lapwing.domain.history import HistoryEntry, HistoryFace, HistoryState, SearchHistory
from lapwing.store import sqlite_files
from lapwing.store.history import reading, schema, upkeep
from lapwing.store.history.entries import pin
from lapwing.store.history.tickets import Ending, EntryPlace, Ticket
from lapwing.store.history.writer import HistoryWriter

SHOP = EntryPlace("c1", "shop", "postgresql", "shop", "public", HistoryFace.WINDOW, "session", "tab")


class Keeper:
    """A history with words for what tests do with it."""

    def __init__(self, path: Path, days: int = 0, megabytes: int = 100) -> None:
        self.path = path
        self.writer = HistoryWriter(path, lambda: (days, megabytes))

    def run(self, *sql: str, place: EntryPlace = SHOP, started: float | None = None, **ending: object) -> list[int]:
        """Statements that were sent and have ended; the ids of their entries."""
        now = time.time() if started is None else started
        tickets = [Ticket(text, len(text), now, 0) for text in sql]
        assert self.writer.write(place, tickets) is None
        facts: dict[str, object] = {"state": HistoryState.DONE, "elapsed_s": 0.1, "transaction": 0} | ending
        for ticket in tickets:
            self.writer.end(ticket, Ending(started=now, **facts))  # type: ignore[arg-type]
        self.writer.settle()
        return [ticket.id for ticket in tickets]

    def found(self, text: str = "", **more: object) -> list[HistoryEntry]:
        """All that a search finds, read page after page."""
        entries: list[HistoryEntry] = []
        after = ""
        while True:
            wanted = SearchHistory(text, **{"limit": 7, **more}, after=after)  # type: ignore[arg-type]
            page = reading.search(self.path, wanted)
            entries += page.entries
            after = page.next
            if not after:
                return entries

    def texts(self, text: str = "", **more: object) -> list[str]:
        return [entry.sql for entry in self.found(text, **more)]

    def index_all(self) -> None:
        """Have every text indexed now instead of when there is time."""
        while self.writer.do(upkeep.index_some):
            pass


@pytest.fixture
def keeper(tmp_path: Path) -> Iterator[Keeper]:
    made = Keeper(tmp_path / "store" / "history.sqlite")
    yield made
    made.writer.close()


def test_a_statement_can_be_read_by_another_program_as_soon_as_it_may_be_sent(keeper: Keeper) -> None:
    keeper.writer.write(SHOP, [Ticket("DROP TABLE item", 15, time.time(), 0)])
    with closing(sqlite3.connect(keeper.path)) as other:
        assert other.execute("SELECT sql, state FROM entries").fetchall() == [("DROP TABLE item", "running")]


@pytest.mark.parametrize("is_indexed", [False, True])
def test_pieces_of_a_text_are_found_whatever_the_case_of_their_letters(keeper: Keeper, is_indexed: bool) -> None:
    keeper.run(
        "SELECT Größe, 100% FROM a_b", "SELECT größer FROM axb", "UPDATE x SET y = 'O''Brien \"q\"'", "select 日本語"
    )
    if is_indexed:
        keeper.index_all()
    assert keeper.texts("GRÖSSE") == []
    assert len(keeper.texts("GRÖ")) == 2
    assert keeper.texts("a_b") == ["SELECT Größe, 100% FROM a_b"]
    assert keeper.texts("0% select") == ["SELECT Größe, 100% FROM a_b"]
    assert keeper.texts('"y = \'O"') == ["UPDATE x SET y = 'O''Brien \"q\"'"]
    assert keeper.texts("O'") == ["UPDATE x SET y = 'O''Brien \"q\"'"]
    assert keeper.texts("日本") == ["select 日本語"]
    assert keeper.texts("本語 sel") == ["select 日本語"]
    assert keeper.texts('"not closed') == []


@settings(max_examples=25)
@given(data=st.data())
def test_a_search_finds_what_holds_all_of_its_pieces_and_nothing_else(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    keeper = Keeper(tmp_path_factory.mktemp("history") / "h.sqlite")
    letters = st.text("abcAB%_'-", min_size=1, max_size=12)
    statements = data.draw(st.lists(letters, min_size=1, max_size=12))
    keeper.run(*statements[: len(statements) // 2] or ["x"])
    keeper.index_all()
    keeper.run(*statements[len(statements) // 2 :])
    words = data.draw(st.lists(st.text("abcAB%_'-", min_size=1, max_size=4), min_size=1, max_size=2))
    every = [entry.sql for entry in keeper.found()]
    wanted = [sql for sql in every if all(word.lower() in sql.lower() for word in words)]
    assert keeper.texts(" ".join(words)) == wanted
    keeper.writer.close()


def test_filters_are_fulfilled_all_together(keeper: Keeper) -> None:
    test = EntryPlace("", "scratch", "sqlite", "/tmp/x", "", HistoryFace.COMMAND_LINE, "s2", "")
    keeper.run("SELECT 1", elapsed_s=0.5, started=1_000.0)
    keeper.run("SELECT 2", elapsed_s=70.0, state=HistoryState.FAILED, error="no", error_code="42P01", started=2_000.0)
    keeper.run("SELECT 3", place=test, started=3_000.0)
    assert keeper.texts(connection_id="c1") == ["SELECT 2", "SELECT 1"]
    assert keeper.texts(connection="scratch") == ["SELECT 3"]
    assert keeper.texts(database="shop", slower_than_s=60.0) == ["SELECT 2"]
    assert keeper.texts(states=(HistoryState.FAILED, HistoryState.CANCELLED)) == ["SELECT 2"]
    assert keeper.texts(since=2_000.0, until=3_000.0) == ["SELECT 2"]
    assert keeper.texts("select", states=(HistoryState.DONE,), connection_id="c1") == ["SELECT 1"]
    (failed,) = keeper.found("2")
    assert (failed.error, failed.error_code, failed.elapsed_s) == ("no", "42P01", 70.0)
    assert [(place.connection, place.databases) for place in reading.places(keeper.path)] == [
        ("scratch", ("/tmp/x",)),
        ("shop", ("shop",)),
    ]


def test_pinned_entries_come_first_over_all_pages(keeper: Keeper) -> None:
    ids = keeper.run(*(f"SELECT {number}" for number in range(30)))
    for entry_id in (ids[3], ids[20]):
        assert keeper.writer.do(partial(pin, entry_id=entry_id, pinned=True))
    found = [entry.id for entry in keeper.found()]
    assert found[:3] == [ids[20], ids[3], ids[29]]
    assert sorted(found) == ids
    assert [entry.id for entry in keeper.found(pinned=True)] == [ids[20], ids[3]]
    keeper.index_all()
    assert [entry.id for entry in keeper.found("sel")] == found


def test_old_entries_go_but_pinned_ones_and_those_under_way_stay(tmp_path: Path) -> None:
    keeper = Keeper(tmp_path / "h.sqlite", days=30)
    old = time.time() - 40 * 86_400
    first, second, third = keeper.run("SELECT 'old'", "SELECT 'dear'", "SELECT 'late'", started=old)
    keeper.writer.do(lambda it: pin(it, second, True))
    keeper.writer.write(SHOP, [Ticket("SELECT 'runs'", 13, old, 0)])
    keeper.run("SELECT 'new'")
    eventually(lambda: sorted(keeper.texts()) == ["SELECT 'dear'", "SELECT 'new'", "SELECT 'runs'"])
    keeper.writer.close()
    assert first < third


BY_A_PLUGIN = replace(SHOP, face=HistoryFace.PLUGIN, plugin_id="sql-metrics")


def test_statements_of_plugins_are_found_when_they_are_wanted_and_go_first(tmp_path: Path) -> None:
    keeper = Keeper(tmp_path / "h.sqlite", days=30, megabytes=1)
    week_ago = time.time() - 8 * 86_400
    keeper.run("SELECT 'old, by a person'", started=week_ago)
    keeper.run("SELECT 'old, by a plugin'", started=week_ago, place=BY_A_PLUGIN)
    keeper.run("SELECT 'new, by a plugin'", place=BY_A_PLUGIN)
    assert keeper.texts() == ["SELECT 'old, by a person'"]
    assert [each.plugin_id for each in keeper.found("new", plugins=True)] == ["sql-metrics"]
    keeper.writer.do(lambda it: upkeep.sweep_some(it, upkeep.oldest_to_go(it, 30, 1)))
    assert keeper.texts(plugins=True) == ["SELECT 'new, by a plugin'", "SELECT 'old, by a person'"]
    for number in range(12):
        keeper.run(f"SELECT {number} /* {'x' * 100_000} */")
    keeper.writer.do(lambda it: upkeep.sweep_some(it, upkeep.oldest_to_go(it, 30, 1)))
    assert reading.has_plugins(keeper.path) is False
    keeper.writer.close()


def test_a_history_from_before_plugins_had_their_own_is_read_and_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "h.sqlite"
    before = replace(schema.KIND, steps=schema.KIND.steps[:1])
    made = sqlite_files.open_for_writing(path, before)
    made.execute(
        "INSERT INTO places VALUES (1, 'c1', 'shop', 'sqlite', ''); "
        "INSERT INTO entries(place, started, state, schema, face, session, tab, number, characters, sql) "
        "VALUES (1, 1.0, 'done', '', 'window', 's', 't', 0, 8, 'SELECT 1')"
    )
    made.close()
    keeper = Keeper(path)
    keeper.writer.settle()
    assert keeper.texts() == ["SELECT 1"]
    keeper.run("SELECT 2", place=BY_A_PLUGIN)
    assert [each.plugin_id for each in keeper.found(plugins=True)] == ["sql-metrics", ""]
    keeper.writer.close()


def test_the_oldest_entries_go_when_all_take_too_much_room(tmp_path: Path) -> None:
    keeper = Keeper(tmp_path / "h.sqlite", megabytes=1)
    for number in range(20):
        keeper.run(f"SELECT {number} /* {'x' * 100_000} */")
    eventually(lambda: len(keeper.found(limit=100)) < 15)
    kept = [int(entry.sql.split()[1]) for entry in keeper.found()]
    assert kept == sorted(kept, reverse=True)
    assert kept[0] == 19
    keeper.writer.close()


def test_deleted_texts_are_no_longer_in_the_file(keeper: Keeper) -> None:
    (entry_id,) = keeper.run("SELECT 'unforgettable'")
    assert keeper.writer.delete([entry_id]) == 1
    keeper.writer.close()
    assert b"unforgettable" not in keeper.path.read_bytes()


def test_two_engines_write_at_once_and_lose_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lapwing.store.sqlite_files._BUSY_MS", 30_000)  # however slow the machine is just now
    keepers = [Keeper(tmp_path / "h.sqlite") for _ in range(2)]

    def write(keeper: Keeper, name: str) -> None:
        for number in range(100):
            keeper.run(f"SELECT '{name}{number}'")

    threads = [threading.Thread(target=write, args=(keeper, name)) for keeper, name in zip(keepers, "ab", strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for keeper in keepers:
        keeper.writer.close()
    expected = {f"SELECT '{name}{number}'" for name in "ab" for number in range(100)}
    assert set(keepers[0].texts()) == expected


@pytest.mark.parametrize("damage", [b"no database at all" * 500, b""], ids=["rubbish", "emptied"])
def test_a_damaged_file_is_put_aside_and_statements_are_kept_in_a_new_one(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "h.sqlite"
    path.write_bytes(damage)
    keeper = Keeper(path)
    keeper.run("SELECT 1")
    assert keeper.texts() == ["SELECT 1"]
    aside = [other.read_bytes() for other in tmp_path.glob("h.sqlite.damaged-*")]
    assert aside == ([damage] if damage else [])
    assert (keeper.writer.notice is not None) is bool(damage)
    keeper.writer.close()


def test_a_file_that_breaks_while_it_is_used_is_put_aside(keeper: Keeper) -> None:
    keeper.run(*(f"SELECT {number}" for number in range(500)))
    keeper.index_all()
    with closing(sqlite3.connect(keeper.path)) as other:
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with keeper.path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (keeper.path.stat().st_size - 4096))
    keeper.run("SELECT 'after'")
    assert "SELECT 'after'" in keeper.texts()
    assert len(list(keeper.path.parent.glob("history.sqlite.damaged-*"))) in {1, 2, 3}


def test_the_file_of_a_newer_program_is_left_alone(keeper: Keeper) -> None:
    keeper.run("SELECT 1")
    keeper.writer.close()
    with closing(sqlite3.connect(keeper.path)) as other:
        other.execute("PRAGMA user_version=99")
    before = keeper.path.read_bytes()
    again = Keeper(keeper.path)
    refused = again.writer.write(SHOP, [Ticket("SELECT 2", 8, 0.0, 0)])
    assert isinstance(refused, StoredNewer)
    with pytest.raises(StoredNewer):
        again.found()
    again.writer.close()
    assert keeper.path.read_bytes() == before


def test_a_full_disk_keeps_nobody_waiting_and_is_over_when_there_is_room(keeper: Keeper) -> None:
    keeper.run("SELECT 1")
    sizes = [path.stat().st_size for path in keeper.path.parent.iterdir()]
    with longest_file(max(sizes)):
        refused = keeper.writer.write(SHOP, [Ticket(f"SELECT '{'x' * 300_000}'", 300_009, 0.0, 0)])
    assert refused is not None
    assert str(refused).startswith(f"The history in {keeper.path} cannot be used: ")
    keeper.run("SELECT 2")
    assert keeper.texts() == ["SELECT 2", "SELECT 1"]


def test_only_its_owner_can_read_it(keeper: Keeper) -> None:
    keeper.run("SELECT 1")
    assert [path.stat().st_mode & 0o077 for path in keeper.path.parent.iterdir()] == [0] * 4
    assert keeper.path.parent.stat().st_mode & 0o077 == 0
