"""Annotations: those that people and programs make, and those that Lapwing makes by itself."""

import asyncio
import json
import logging
import math
import secrets
import time
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Final, TypeVar

from lapwing.domain.alerts.instances import ALIVE, AlertChange, AlertChanged, AlertState
from lapwing.domain.errors import ConnectionUnknown, LapwingError, RequestInvalid
from lapwing.domain.events import DefinitionsChanged, Event
from lapwing.domain.monitoring.annotations import (
    LONGEST_TEXT,
    AddAnnotation,
    Annotation,
    AnnotationKind,
    AnnotationList,
    AnnotationsChanged,
    ChangeAnnotation,
    ReadAnnotations,
    RemoveAnnotation,
)
from lapwing.domain.monitoring.kept_errors import AnnotationGone
from lapwing.domain.monitoring.samples import MetricsSampled
from lapwing.domain.operations import Permission
from lapwing.domain.query import Done
from lapwing.engine.bus import Bus
from lapwing.engine.connections.service import ConnectionsService
from lapwing.engine.operations import operation
from lapwing.settings.store import read_settings

if TYPE_CHECKING:
    from lapwing.store.annotations.keeping import AnnotationStore

Answer = TypeVar("Answer")
_OURS: Final = "lapwing"
_LONGEST_SOURCE: Final = 100
_DAY_S: Final = 86_400
_log: Final = logging.getLogger(__name__)


class AnnotationsService:
    """Keeps annotations; any engine of the profile may. Event loop's thread."""

    def __init__(self, bus: Bus, connections: ConnectionsService) -> None:
        self._bus = bus
        self._connections = connections
        self._kept: AnnotationStore | None = None
        self._writing = asyncio.Lock()
        self._background: set[asyncio.Task[None]] = set()
        self._stops = [
            bus.listen((MetricsSampled.name,), self._hear_sample),
            bus.listen((DefinitionsChanged.name,), self._hear_definitions),
            bus.listen((AlertChanged.name,), self._hear_alert),
        ]
        connections.when_removed.append(self._see_removed)

    # operations

    @operation("annotation.add", needs=Permission.QUERY_WRITE)
    async def add(self, request: AddAnnotation) -> Annotation:
        """Write something at a moment, or over a time, of a server's history; of all servers without a connection.

        The text is plain; of a longer one the first 500 characters are kept.

        Raises:
            RequestInvalid: There is no text, or the times are none.
            AnnotationsUnusable, StoredNewer: It cannot be kept.
        """
        at = time.time() if request.at is None else request.at
        until = request.until
        if not math.isfinite(at) or (until is not None and not at <= until < math.inf):
            raise RequestInvalid(operation="annotation.add", reason="A time must end behind its beginning.")
        made = Annotation(
            _new_id(),
            at,
            _text(request.text, "annotation.add"),
            request.connection_id,
            until,
            request.kind,
            _plain(request.source)[:_LONGEST_SOURCE] or "person",
        )
        await self._add(made)
        return made

    @operation("annotation.change", needs=Permission.QUERY_WRITE)
    async def change(self, request: ChangeAnnotation) -> Annotation:
        """Give an annotation another text.

        Raises:
            RequestInvalid: There is no text.
            AnnotationGone
            AnnotationsUnusable, StoredNewer: It cannot be kept.
        """
        text = _text(request.text, "annotation.change")
        changed = await self._do(lambda store: store.change(request.annotation_id, text))
        if changed is None:
            raise AnnotationGone
        self._bus.publish(AnnotationsChanged(changed.connection_id))
        return changed

    @operation("annotation.remove", needs=Permission.QUERY_WRITE)
    async def remove(self, request: RemoveAnnotation) -> Done:
        """Delete an annotation.

        Raises:
            AnnotationGone
            AnnotationsUnusable, StoredNewer: It cannot be deleted.
        """
        removed = await self._do(lambda store: store.remove(request.annotation_id))
        if removed is None:
            raise AnnotationGone
        self._bus.publish(AnnotationsChanged(removed.connection_id))
        return Done()

    @operation("annotation.list", needs=Permission.QUERY_READ)
    async def list_within(self, request: ReadAnnotations) -> AnnotationList:
        """Annotations of a connection, and those of all, that touch a time: by their times, the last two thousand.

        Raises:
            AnnotationsUnusable, StoredNewer: They cannot be read.
        """
        return AnnotationList(
            await self._do(lambda store: store.within(request.connection_id, request.start, request.end))
        )

    # those that Lapwing makes

    def _hear_sample(self, event: Event) -> None:
        if not isinstance(event, MetricsSampled) or not event.restarted or not event.is_stored:
            return
        self._make(AnnotationKind.RESTART, event.connection_id, event.at, "The server was started anew.")

    def _hear_definitions(self, event: Event) -> None:
        if isinstance(event, DefinitionsChanged):
            more = f" (and {event.count - 1} more)" if event.count > 1 else ""
            text = _cut(_plain(event.statement), LONGEST_TEXT - len(more)) + more
            self._make(AnnotationKind.DDL, event.connection_id, time.time(), text)

    def _hear_alert(self, event: Event) -> None:
        """From when an alert fires, and until when."""
        if not isinstance(event, AlertChanged):
            return
        change = event.change
        subject = f"{change.rule_id} {json.dumps(change.labels)}"
        if change.after in ALIVE and change.before not in ALIVE:
            self._make(AnnotationKind.ALERT, change.connection_id, change.at, _alert_words(change), subject)
        elif change.after in {AlertState.RESOLVED, AlertState.OK}:
            self._aside(self._end(change.connection_id, subject, change.at))

    async def _end(self, connection_id: str, subject: str, at: float) -> None:
        if await self._do(lambda store: store.end(connection_id, AnnotationKind.ALERT, subject, at)):
            self._bus.publish(AnnotationsChanged(connection_id))

    def _make(self, kind: AnnotationKind, connection_id: str, at: float, text: str, subject: str = "") -> None:
        self._aside(self._add(Annotation(_new_id(), at, text, connection_id, None, kind, _OURS), subject))

    def _aside(self, work: Coroutine[object, object, None]) -> None:
        async def quietly() -> None:
            try:
                await work
            except LapwingError as error:  # nobody asked for it
                _log.warning("an annotation is not kept: %s", error)

        task = asyncio.create_task(quietly())
        self._background.add(task)
        task.add_done_callback(self._background.discard)

    # the store

    async def _add(self, made: Annotation, subject: str = "") -> None:
        oldest = time.time() - read_settings().series_hours_days * _DAY_S
        await self._do(lambda store: store.add(made, subject, oldest=oldest))
        self._bus.publish(AnnotationsChanged(made.connection_id))

    async def _do(self, act: "Callable[[AnnotationStore], Answer]") -> Answer:
        if self._kept is None:
            from lapwing.store.annotations.keeping import AnnotationStore, annotations_path  # with it comes SQLite

            self._kept = AnnotationStore(annotations_path())
        store = self._kept
        async with self._writing:
            return await asyncio.to_thread(act, store)

    async def _see_removed(self, connection_id: str) -> None:
        """A connection was removed: the annotations of one that is no more go, too."""
        try:
            self._connections.find(connection_id)
        except ConnectionUnknown:
            try:
                await self._do(lambda store: store.forget(connection_id))
            except LapwingError as error:  # the connection is removed all the same
                _log.warning("annotations of a removed connection are left: %s", error)

    async def close(self) -> None:
        """Write what is left."""
        for stop in self._stops:
            stop()
        await asyncio.gather(*self._background)


def _new_id() -> str:
    return secrets.token_hex(8)


def _alert_words(change: AlertChange) -> str:
    labels = ", ".join(f"{name}={value}" for name, value in change.labels)
    return _cut(_plain(f"{change.title} ({labels})" if labels else change.title), LONGEST_TEXT)


def _plain(text: str) -> str:
    """Without signs that cannot be seen, and without halves of characters."""
    whole = text.encode("utf-8", "replace").decode()
    return " ".join("".join(sign if sign.isprintable() else " " for sign in whole).split())


def _text(text: str, operation_id: str) -> str:
    """What is kept of a text. Raises RequestInvalid when that is nothing."""
    plain = _plain(text)
    if not plain:
        raise RequestInvalid(operation=operation_id, reason="An annotation needs a text.")
    return _cut(plain, LONGEST_TEXT)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
