"""The schedules of a profile: a file that can be edited by hand."""

from dataclasses import replace
from typing import Final

from lapwing import paths
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.schedules.errors import ScheduleNameTaken, ScheduleOver, SchedulesTooMany, ScheduleUnknown
from lapwing.domain.schedules.schedules import Schedule
from lapwing.settings.documents import Document, DocumentKind
from lapwing.settings.listed import ListedDocument

_MOST: Final = 1_000


@dataclass(frozen=True, slots=True)
class StoredSchedules:
    schedules: tuple[Schedule, ...] = ()


_KIND: Final = DocumentKind(StoredSchedules, version=1, migrations={})


def schedules_document() -> Document[StoredSchedules]:
    """Where they are kept."""
    return Document(paths.config() / "schedules.json", _KIND)


class ScheduleBook(ListedDocument[Schedule, StoredSchedules]):
    """Event loop's thread."""

    def __init__(self) -> None:
        super().__init__(schedules_document(), lambda stored: stored.schedules, StoredSchedules, "schedule")

    def find(self, schedule_id: str) -> Schedule:
        """By its id, or by its name.

        Raises:
            ScheduleUnknown
        """
        found = self.found(schedule_id)
        if found is None:
            raise ScheduleUnknown(schedule=schedule_id)
        return found

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
        return replace(made, id=before.id if before is not None else self.new_id(name))
