"""Connections of other programs, and lists of ours, from files and to text."""

import asyncio
import uuid
from pathlib import Path

from lapwing.domain.connections import Connection, SaveConnection
from lapwing.domain.errors import FileUnreadable, in_full
from lapwing.domain.importing.candidates import (
    AddCandidates,
    AddedConnections,
    Candidate,
    Candidates,
    ConnectionsUnlisted,
    ExportConnections,
    ExportedConnections,
    ImportUnknown,
    ReadCandidates,
)
from lapwing.domain.operations import Permission
from lapwing.domain.secrets import SecretKind, SecretPlace
from lapwing.engine.connections.service import ConnectionsService
from lapwing.engine.operations import operation

_BYTES_A_CHARACTER = 4


class ImportingService:
    """Reads files of connections, and adds what a person chose. No secret is read or written."""

    def __init__(self, connections: ConnectionsService) -> None:
        self._connections = connections

    @operation("connection.read_file", needs=Permission.CONNECTIONS_READ)
    async def read_file(self, request: ReadCandidates) -> Candidates:
        """What a file of connections holds; those that are saved already say so.

        Raises:
            FileUnreadable: There is none, or it cannot be read.
            ImportUnknown: It is no file that Lapwing knows.
        """
        from lapwing.domain.importing.reading import read_candidates  # 10 ms that only this needs

        text = await asyncio.to_thread(_text_of, Path(request.path).expanduser())
        found = read_candidates(request.path, text)
        saved = (await self._connections.list_saved()).connections
        return Candidates(found.program, tuple(_marked(each, saved) for each in found.found), found.notes)

    @operation("connection.add_found", needs=Permission.CONNECTIONS_WRITE)
    async def add(self, request: AddCandidates) -> AddedConnections:
        """Save candidates as connections whose passwords are asked for; those that are saved already are left out.

        Raises what `connection.save` raises; those before it are saved.
        """
        saved = {(each.name, each.url) for each in (await self._connections.list_saved()).connections}
        added: list[str] = []
        for found in request.found:
            if not found.is_usable or (found.name, found.url) in saved:
                continue
            made = Connection(
                uuid.uuid4().hex,
                found.name,
                found.url,
                found.group,
                found.environment,
                found.read_only,
                SecretPlace(SecretKind.ASK if found.asks else SecretKind.NONE),
                mode=found.mode,
                confirmation=found.confirmation,
                color=found.color,
                startup_sql=found.startup_sql,
                schemas=found.schemas,
                ssh=found.ssh,
                sql_in_events=found.sql_in_events,
            )
            await self._connections.save(SaveConnection(made))
            saved.add((found.name, found.url))
            added.append(made.id)
        return AddedConnections(tuple(added))

    @operation("connection.export", needs=Permission.CONNECTIONS_READ)
    async def export(self, request: ExportConnections) -> ExportedConnections:
        """Saved connections as text without secrets; all of them where none is named.

        Raises:
            ConnectionUnknown: One of the ids is none.
        """
        if request.connection_ids:
            chosen = [self._connections.find(each) for each in request.connection_ids]
        else:
            listed = await self._connections.list_saved()
            if listed.problems:
                raise ConnectionsUnlisted(reason=in_full(listed.problems))
            chosen = [each for each in listed.connections if not each.is_temporary]
        from lapwing.domain.importing.own import write_own

        return ExportedConnections(write_own(chosen), len(chosen))


def _text_of(path: Path) -> str:
    from lapwing.domain.importing.reading import LONGEST_TEXT

    try:
        if path.stat().st_size > LONGEST_TEXT * _BYTES_A_CHARACTER:
            raise ImportUnknown(path=str(path), reason="it is too long for a list of connections.")
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise FileUnreadable(path=str(path), reason=error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        raise ImportUnknown(path=str(path), reason="it is no text.") from error


def _marked(found: Candidate, saved: tuple[Connection, ...]) -> Candidate:
    is_saved = any(each.name == found.name and each.url == found.url for each in saved)
    return found.as_saved() if is_saved else found
