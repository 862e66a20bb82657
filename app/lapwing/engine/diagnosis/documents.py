"""Whether settings and saved connections can be read. Copies are read: reading itself migrates and puts aside."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from lapwing.domain.connections import Connection
from lapwing.domain.diagnosis import Finding, State
from lapwing.domain.errors import FileUnreadable, LapwingError
from lapwing.domain.server_words import as_sentence
from lapwing.engine.connections.environments import KIND as ENVIRONMENTS
from lapwing.engine.connections.environments import environments_document
from lapwing.engine.connections.store import KIND as CONNECTIONS
from lapwing.engine.connections.store import connections_document
from lapwing.settings.declared import FIELDS, Settings
from lapwing.settings.documents import Document, DocumentKind
from lapwing.settings.store import KIND as SETTINGS
from lapwing.settings.store import settings_document

Content = TypeVar("Content")


def check_settings() -> Iterator[Finding]:
    path = settings_document().path
    try:
        settings = _read_copy(path, SETTINGS)
    except LapwingError as error:
        yield _unreadable("settings", error)
        return
    yield _readable("settings", path)
    for name in _out_of_bounds(settings):
        words = f"{name} is out of its bounds; its default is in force. Correct it in {path}."
        yield Finding("settings", words, State.PROBLEM)


def check_environments() -> Iterator[Finding]:
    path = environments_document().path
    try:
        stored = _read_copy(path, ENVIRONMENTS)
    except LapwingError as error:
        yield _unreadable("environments", error)
        return
    yield _readable("environments", path)
    for policy in stored.environments:
        if problem := policy.problem():
            yield Finding(
                "environments", f"{policy.id} cannot be as it is: {problem} Correct it in {path}.", State.PROBLEM
            )


def check_saved_connections() -> tuple[Finding, tuple[Connection, ...]]:
    """The finding, and the connections themselves; none when they cannot be read."""
    path = connections_document().path
    try:
        content = _read_copy(path, CONNECTIONS)
    except LapwingError as error:
        return _unreadable("connections", error), ()
    return _readable("connections", path), content.connections


def _read_copy(path: Path, kind: DocumentKind[Content]) -> Content:
    """What `Document.read` would give.

    Raises:
        StoredNewer, StoredDamaged, FileUnreadable
    """
    if not path.exists():
        return kind.content()
    try:
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / path.name
            shutil.copyfile(path, copy)
            return Document(copy, kind).read()
    except LapwingError as error:
        error.facts["path"] = str(path)
        raise
    except OSError as error:
        raise FileUnreadable(path=str(path), reason=f"{(error.strerror or str(error)).lower()}.") from error


def _readable(name: str, path: Path) -> Finding:
    return Finding(name, str(path) if path.exists() else f"{path} (not there yet)")


def _unreadable(name: str, error: LapwingError) -> Finding:
    return Finding(name, f"{as_sentence(str(error))} Correct it, or move it away to start anew.", State.PROBLEM)


def _out_of_bounds(settings: Settings) -> Iterator[str]:
    for name, facts in FIELDS.items():
        value = getattr(settings, name)
        too_low = facts.low is not None and value < facts.low
        too_high = facts.high is not None and value > facts.high
        if too_low or too_high or (facts.choices and value not in facts.choices):
            yield name


def check_put_aside(folder: Path) -> Iterator[Finding]:
    """Damaged files that were kept under another name."""
    for path in sorted(folder.glob("*.damaged-*")):
        yield Finding("put aside", f"{path} was damaged; look into it, then delete it.", State.NOTE)
