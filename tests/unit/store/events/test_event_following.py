"""Reading on in the file of events: each of another engine once, in the order in which it was kept, whatever becomes of
the file."""

import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from lapwing.domain.cloud_events import CloudEvent, EventIds, HandlerAnswer, new_event_id
from lapwing.domain.event_log import SearchEvents
from lapwing.store.events.following import AT_ONCE, EventFollower
from lapwing.store.events.reading import search
from lapwing.store.events.schema import KIND
from lapwing.store.events.writer import EventWriter
from lapwing.store.sqlite_files import StoreKind, open_for_writing, version_of

IDS = EventIds()


def event(n: int, engine: str = "theirs", at: float | None = None) -> CloudEvent:
    when = time.time() if at is None else at
    event_id = IDS.following(when) if at is None else new_event_id(at)
    return CloudEvent(event_id, "workflow.n", when, {"n": n}, engine=engine)


class Kept:
    """A file and who writes to it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.writer = EventWriter(path, lambda: (0, 64))

    def keep(self, *events: CloudEvent, is_asked: bool = False) -> None:
        for each in events:
            self.writer.put(each, is_asked=is_asked)
        self.writer.settle()


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Kept]:
    made = Kept(tmp_path / "store" / "events.sqlite")
    yield made
    made.writer.close()


def news(follower: EventFollower) -> list[int]:
    found, is_more = follower.news()
    assert is_more is (len(found) == AT_ONCE)
    return [each.data["n"] for each, _ in found]


def test_each_event_of_others_since_the_beginning_is_read_once_and_in_order(kept: Kept) -> None:
    kept.keep(event(1, at=time.time() - 10))
    mine = EventFollower(kept.path, "mine", time.time() - 5)
    assert news(mine) == []
    kept.keep(*(event(n, "mine" if n % 3 == 0 else "theirs") for n in range(2, 2 * AT_ONCE)))
    told = [*news(mine), *news(mine), *news(mine)]
    assert told == [n for n in range(2, 2 * AT_ONCE) if n % 3]
    assert news(mine) == []
    late = EventFollower(kept.path, "late", time.time() + 5)
    assert (news(late), late.number) == ([], mine.number)
    for each in (mine, late):
        each.close()


def test_a_file_that_is_emptied_or_another_one_is_read_from_its_beginning_without_what_is_old(kept: Kept) -> None:
    follower = EventFollower(kept.path, "mine", 0.0)
    kept.keep(event(1), event(2))
    assert news(follower) == [1, 2]
    kept.writer.close()
    with closing(open_for_writing(kept.path, KIND)) as file:
        file.execute("DELETE FROM events")
    writer = EventWriter(kept.path, lambda: (0, 64))
    writer.put(event(3))
    writer.close()
    assert news(follower) == [3]
    kept.path.rename(kept.path.with_name("aside.sqlite"))
    writer = EventWriter(kept.path, lambda: (0, 64))
    for each in (event(4, at=time.time() - 3_600), event(5)):
        writer.put(each)
    writer.close()
    assert news(follower) == [5]
    follower.close()


def test_who_goes_on_acts_behind_the_last_one_and_not_on_what_that_one_told_itself(kept: Kept) -> None:
    first, second = (EventFollower(kept.path, name, time.time() - 5) for name in ("first", "second"))
    kept.keep(event(1), event(2, "first"), event(3, "second"))
    assert news(first) == [1, 3]
    assert second.missed(0.0) == []
    first.acted()
    kept.keep(event(4), is_asked=True)
    kept.keep(event(5, "first"), event(6, "second"), event(7, at=time.time() - 100))
    assert news(second) == [1, 2, 4, 5, 7]
    missed = second.missed(time.time() - 60)
    assert [(each.data["n"], is_asked) for each, is_asked in missed] == [(4, True), (6, False)]
    for each in (first, second):
        each.close()


def test_an_answer_is_taken_once_and_what_is_answered_is_asked_no_more(kept: Kept) -> None:
    asking, acting = (EventFollower(kept.path, name, time.time() - 5) for name in ("asking", "acting"))
    asked = event(1, "asking")
    kept.keep(asked, is_asked=True)
    assert acting.news()[0] == [(asked, True)]
    acting.acted()
    assert asking.missed(0.0) == [], "it has read nothing yet"
    asking.news()
    assert asking.missed(0.0) == [(asked, True)], "it was not answered yet"
    assert asking.answers(asked.id) is None
    told = (HandlerAnswer("one", {"ok": [1, None]}), HandlerAnswer("two", error="It failed."))
    acting.answer(asked.id, told)
    assert asking.missed(0.0) == []
    assert (asking.answers(asked.id), asking.answers(asked.id)) == (told, None)
    for each in (asking, acting):
        each.close()


def test_a_file_of_before_engines_were_told_apart_is_read_and_written_on(tmp_path: Path) -> None:
    path = tmp_path / "events.sqlite"
    before = StoreKind(KIND.application_id, KIND.steps[:1], KIND.unusable, KIND.damaged)
    old = event(1)
    with closing(open_for_writing(path, before)) as file:
        values = (old.id, old.at, old.type, "", "", "lapwing", '{"n": 1}')
        sql = "INSERT INTO events(id, at, type, connection, subject, source, data) VALUES (?, ?, ?, ?, ?, ?, ?)"
        file.execute(sql, values)
    writer = EventWriter(path, lambda: (0, 64))
    writer.put(event(2))
    writer.close()
    assert [(each.data["n"], each.engine) for each in search(path, SearchEvents()).events] == [(2, "theirs"), (1, "")]
    with closing(open_for_writing(path, KIND)) as file:
        assert version_of(file) == KIND.version == 2
