"""The environments: policies that connections share."""

import asyncio
import dataclasses
import json
import re
from collections.abc import Sequence
from typing import Any, Final

from lapwing import paths
from lapwing.domain.connections import Connection
from lapwing.domain.environments import (
    SHIPPED,
    EnvironmentInUse,
    EnvironmentInvalid,
    EnvironmentList,
    EnvironmentPolicy,
    RemoveEnvironment,
    Safeguards,
    SaveEnvironment,
    safeguards_of,
)
from lapwing.domain.errors import DiskFull, StoredDamaged, StoredNewer, StoredUnreadable, to_wire
from lapwing.domain.events import EnvironmentsChanged
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.operations import Permission
from lapwing.engine.bus import Bus
from lapwing.engine.connections.following import FollowedList
from lapwing.engine.connections.store import connections_document
from lapwing.engine.operations import operation
from lapwing.settings.documents import Document, DocumentKind

_SHIPPED_IDS: Final = frozenset(policy.id for policy in SHIPPED)
_OLD_LIMIT: Final = "idle_transaction_production_s"
"""The setting that was production's idle limit before environments were policies."""
_NO_WORD: Final = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class StoredEnvironments:
    """All of them, in the order in which they are offered."""

    environments: tuple[EnvironmentPolicy, ...] = SHIPPED


def _with_less_in_events(stored: dict[str, Any]) -> dict[str, Any]:
    """Version 2 knows what events tell of statements: production had no say in that yet, and is as it is shipped."""
    careful = SHIPPED[-1]
    for each in stored.get("environments", ()):
        if each["id"] == careful.id:
            each["sql_in_events"] = careful.sql_in_events.value
    return stored


KIND: Final = DocumentKind(StoredEnvironments, version=2, migrations={1: _with_less_in_events})


def environments_document() -> Document[StoredEnvironments]:
    """Where they are kept."""
    return Document(paths.config() / "environments.json", KIND)


class EnvironmentsService:
    """Keeps the environments. Event loop's thread."""

    def __init__(self, bus: Bus) -> None:
        self._bus = bus
        self._document = environments_document()
        self._followed = FollowedList(self._document.path, self._peek)
        self._changing = asyncio.Lock()
        self._known: tuple[tuple[int, int, int] | None, EnvironmentList] | None = None

    def policies(self) -> Sequence[EnvironmentPolicy]:
        """Those in force; where the file cannot be used, those that came with Lapwing."""
        return self._read().environments

    def safeguards(self, connection: Connection | None) -> Safeguards:
        """What is in force on a connection."""
        return safeguards_of(connection, self.policies())

    def _read(self) -> EnvironmentList:
        """The stored ones, read anew when the file is another one: they are asked for at each run."""
        stamp = self._stamp()
        if self._known is None or self._known[0] != stamp:
            found = self._read_anew()
            if found.problems:
                return found
            self._known = stamp, found
        return self._known[1]

    def _stamp(self) -> tuple[int, int, int] | None:
        try:
            found = self._document.path.stat()
        except OSError:
            return None
        return found.st_ino, found.st_mtime_ns, found.st_size

    def _read_anew(self) -> EnvironmentList:
        try:
            stored = self._read_stored()
        except (StoredNewer, StoredDamaged, StoredUnreadable) as error:
            return EnvironmentList(SHIPPED, to_wire(error))
        return EnvironmentList(stored)

    def _read_stored(self) -> tuple[EnvironmentPolicy, ...]:
        if not self._document.path.exists():
            return _carried_over()
        return _with_shipped(self._document.read())

    def _peek(self) -> tuple[EnvironmentPolicy, ...] | None:
        found = self._document.peek()
        return _with_shipped(found) if found is not None else None

    async def look_again(self) -> None:
        """Tell of what another process, or a person, wrote into the list."""
        if self._followed.news() is not None:
            self._bus.publish(EnvironmentsChanged())

    @operation("environment.list", needs=Permission.CONNECTIONS_READ)
    async def list_environments(self) -> EnvironmentList:
        """The environments that a connection can belong to."""
        found = self._read()
        self._followed.answered(None if found.problems else tuple(found.environments))
        return found

    @operation("environment.save", needs=Permission.CONNECTIONS_WRITE)
    async def save(self, request: SaveEnvironment) -> EnvironmentList:
        """Add an environment, or replace the one with the same id; sessions that are open stay as they are, but for
        what is confirmed.

        Raises:
            EnvironmentInvalid: It cannot be kept, or another one has that name.
            StoredNewer, StoredDamaged, StoredUnreadable, DiskFull: Nothing was changed.
        """
        async with self._changing:
            known = list(self._read_stored())
            policy = request.environment
            if reason := policy.problem():
                raise EnvironmentInvalid(reason=reason)
            if not policy.id:
                policy = dataclasses.replace(policy, id=_new_id(policy.name, {each.id for each in known}))
            if any(each.id != policy.id and each.name.casefold() == policy.name.casefold() for each in known):
                raise EnvironmentInvalid(reason=f"there is one named {policy.name} already.")
            ids = [each.id for each in known]
            if policy.id in ids:
                known[ids.index(policy.id)] = policy
            else:
                known.append(policy)
            return self._write(known)

    @operation("environment.remove", needs=Permission.CONNECTIONS_WRITE)
    async def remove(self, request: RemoveEnvironment) -> EnvironmentList:
        """Take an environment off the list; one that came with Lapwing becomes what it was at first.

        Raises:
            EnvironmentInUse: Connections belong to it.
            StoredNewer, StoredDamaged, StoredUnreadable, DiskFull: Nothing was changed.
        """
        async with self._changing:
            known, gone = list(self._read_stored()), request.environment_id
            if gone in _SHIPPED_IDS:
                shipped = {policy.id: policy for policy in SHIPPED}
                return self._write([shipped[gone] if each.id == gone else each for each in known])
            _refuse_in_use(gone, known)
            return self._write([each for each in known if each.id != gone])

    def _write(self, environments: list[EnvironmentPolicy]) -> EnvironmentList:
        try:
            self._document.write(StoredEnvironments(tuple(environments)))
        except OSError as error:
            raise DiskFull(path=str(self._document.path), reason=error.strerror or str(error)) from error
        self._followed.written(tuple(environments))
        self._bus.publish(EnvironmentsChanged())
        return EnvironmentList(tuple(environments))


def _with_shipped(stored: StoredEnvironments) -> tuple[EnvironmentPolicy, ...]:
    there = {policy.id for policy in stored.environments}
    return (*stored.environments, *(policy for policy in SHIPPED if policy.id not in there))


def _refuse_in_use(environment_id: str, known: Sequence[EnvironmentPolicy]) -> None:
    names = [each.name for each in connections_document().read().connections if each.environment == environment_id]
    if names:
        title = next((each.name for each in known if each.id == environment_id), environment_id)
        raise EnvironmentInUse(name=title, connections=", ".join(names[:5]) + (" ..." if len(names) > 5 else ""))


def _new_id(name: str, known: set[str]) -> str:
    """An id that a person can read in a list of connections."""
    word = _NO_WORD.sub("-", name.casefold()).strip("-") or "environment"
    taken = known | {"none"}
    number = 1
    while (found := word if number == 1 else f"{word}-{number}") in taken:
        number += 1
    return found


def _carried_over() -> tuple[EnvironmentPolicy, ...]:
    """Those that came with Lapwing; production with the idle limit that was chosen when that was a setting."""
    path = paths.config() / "settings.json"
    for place in (path.with_name(f"{path.name}.v1.backup"), path):
        try:
            limit = json.loads(place.read_text(encoding="utf-8"))[_OLD_LIMIT]
        except (OSError, ValueError, LookupError, TypeError):
            continue
        if isinstance(limit, int) and not isinstance(limit, bool):
            changed = dataclasses.replace(SHIPPED[-1], idle_transaction_s=limit)
            return SHIPPED if changed.problem() else (*SHIPPED[:-1], changed)
    return SHIPPED
