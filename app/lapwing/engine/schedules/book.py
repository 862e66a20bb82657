"""The schedules of a profile: a file that can be edited by hand."""

import re
from dataclasses import replace
from typing import Final

from lapwing import paths
from lapwing.domain.errors import DiskFull, LapwingError
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.schedules.errors import ScheduleNameTaken, ScheduleOver, SchedulesTooMany, ScheduleUnknown
from lapwing.domain.schedules.schedules import Schedule
from lapwing.settings.documents import Document, DocumentKind

_MOST: Final = 1_000
_SLUG: Final = re.compile(r"[^a-z0-9]+")
Stamp = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class StoredSchedules:
    schedules: tuple[Schedule, ...] = ()


_KIND: Final = DocumentKind(StoredSchedules, version=1, migrations={})


def schedules_document() -> Document[StoredSchedules]:
    """Where they are kept."""
    return Document(paths.config() / "schedules.json", _KIND)


class ScheduleBook:
    """Event loop's thread; the file is small.

    Attributes:
        problem: What is wrong with the stored file (damaged, newer), or None.
    """

    def __init__(self) -> None:
        self._document = schedules_document()
        self._known: tuple[Stamp | None, StoredSchedules] | None = None
        self.problem: LapwingError | None = None

    def _stamp(self) -> Stamp | None:
        try:
            found = self._document.path.stat()
        except OSError:
            return None
        return found.st_ino, found.st_mtime_ns, found.st_size

    @property
    def has_changed(self) -> bool:
        """Whether somebody edited the file since it was read last."""
        return self._known is None or self._known[0] != self._stamp()

    def all(self) -> tuple[Schedule, ...]:
        """All of them; read anew when somebody edited the file. Where it cannot be read, those that were known last."""
        if self.has_changed:
            try:
                stored = self._document.read()
                self.problem = None
            except LapwingError as error:
                self.problem = error
                stored = self._known[1] if self._known else StoredSchedules()
            self._known = self._stamp(), replace(stored, schedules=_with_ids(stored.schedules))
        assert self._known is not None
        return self._known[1].schedules

    def find(self, schedule_id: str) -> Schedule:
        """By its id, or by its name.

        Raises:
            ScheduleUnknown
        """
        found = [each for each in self.all() if each.id == schedule_id] or [
            each for each in self.all() if each.name == schedule_id
        ]
        if len(found) != 1:
            raise ScheduleUnknown(schedule=schedule_id)
        return found[0]

    def prepared(self, schedule: Schedule, now: float) -> Schedule:
        """A schedule as it can be kept: with an id, and with the time from which its times count.

        Raises:
            ScheduleInvalid, WhenInvalid: It cannot.
            ScheduleUnknown: It has an id that none has.
        """
        before = self.find(schedule.id) if schedule.id else None
        name = schedule.name.strip()
        others = [each for each in self.all() if before is None or each.id != before.id]
        made = replace(schedule, name=name, when=" ".join(schedule.when.split()), zone=schedule.zone.strip())
        if before is None or (made.when, made.zone, made.enabled) != (before.when, before.zone, before.enabled):
            made = replace(made, since=float(int(now)))
        problem = made.problem()
        if problem is not None:
            raise problem
        if made.enabled and made.is_over(now):
            raise ScheduleOver(schedule=name, text=made.when, field="when")
        if any(each.name == name for each in others):
            raise ScheduleNameTaken(schedule=name, field="name")
        if len(others) >= _MOST:
            raise SchedulesTooMany(schedule=name, most=f"{_MOST:,}")
        taken = frozenset(each.id for each in self.all())
        return replace(made, id=before.id if before is not None else _new_id(name, taken))

    def keep(self, schedule: Schedule) -> None:
        """Keep a schedule that was prepared.

        Raises:
            StoredNewer, StoredDamaged, StoredUnreadable, DiskFull: Nothing was changed.
        """
        stored = self._to_change()
        ids = [each.id for each in stored]
        if schedule.id in ids:
            stored[ids.index(schedule.id)] = schedule
        else:
            stored.append(schedule)
        self._write(stored)

    def remove(self, schedule_id: str) -> None:
        """Take one off the list. Raises as `keep`."""
        self._write([each for each in self._to_change() if each.id != schedule_id])

    def _to_change(self) -> list[Schedule]:
        """What is in the file, or the reason why it cannot be changed."""
        return list(_with_ids(self._document.read().schedules))

    def _write(self, schedules: list[Schedule]) -> None:
        stored = StoredSchedules(tuple(schedules))
        try:
            self._document.write(stored)
        except OSError as error:
            raise DiskFull(path=str(self._document.path), reason=error.strerror or str(error)) from error
        self._known = self._stamp(), stored


def _with_ids(schedules: tuple[Schedule, ...]) -> tuple[Schedule, ...]:
    """Each with an id of its own: who writes a file by hand may leave it out."""
    made: dict[str, Schedule] = {}
    for each in schedules:
        taken = frozenset(made) | {other.id for other in schedules}
        own = each.id if each.id and each.id not in made else _new_id(each.name, taken)
        made[own] = replace(each, id=own)
    return tuple(made.values())


def _new_id(name: str, taken: frozenset[str]) -> str:
    """A name in lower-case letters and digits, with a number where it is taken."""
    stem = _SLUG.sub("-", name.casefold()).strip("-")[:60] or "schedule"
    number, found = 1, stem
    while found in taken:
        number += 1
        found = f"{stem}-{number}"
    return found
