"""Where the secrets of connections are found and kept."""

import asyncio
import contextlib
import threading
from collections.abc import AsyncIterator
from typing import Final

from lapwing.domain.connections import Connection
from lapwing.domain.errors import ConnectionUnknown, LapwingError, PasswordNeeded, RequestInvalid
from lapwing.domain.operations import Permission
from lapwing.domain.query import Done
from lapwing.domain.secret_errors import (
    KeyPassphraseNeeded,
    SecretCommandFailed,
    SecretPlaceInvalid,
    SecretUnavailable,
)
from lapwing.domain.secrets import (
    PASSWORD,
    PURPOSES,
    SSH_KEY,
    SSH_PASSWORD,
    TLS_KEY,
    ChangePassphrase,
    ForgetSecret,
    GiveSecret,
    SaveSecret,
    Secret,
    SecretKind,
    SecretPlaces,
    UnlockSecrets,
)
from lapwing.domain.ssh_errors import SshPassphraseNeeded, SshPasswordNeeded
from lapwing.domain.urls import parse_url
from lapwing.engine.connections.kept_secrets import KeptSecrets
from lapwing.engine.connections.store import connections_document
from lapwing.engine.operations import operation
from lapwing.store.secrets.command import PATIENCE_S, SecretCommands
from lapwing.store.secrets.encrypted_file import EncryptedFile, secrets_path
from lapwing.store.secrets.remembered import RememberedSecrets
from lapwing.store.secrets.system_keyring import SystemKeyring
from lapwing.store.secrets.variable import read_variable

_NEEDED: Final[dict[str, type[PasswordNeeded]]] = {
    PASSWORD: PasswordNeeded,
    TLS_KEY: KeyPassphraseNeeded,
    SSH_PASSWORD: SshPasswordNeeded,
    SSH_KEY: SshPassphraseNeeded,
}
_ALWAYS: Final = (SecretKind.NONE, SecretKind.FILE, SecretKind.ENV, SecretKind.COMMAND, SecretKind.ASK)


class SecretsService:
    """Finds, keeps and forgets secrets. Operations belong to the event loop's thread; `find` may come from any."""

    def __init__(self) -> None:
        self._keyring = SystemKeyring()
        self._file = EncryptedFile(secrets_path())
        self._kept = KeptSecrets({SecretKind.KEYRING: self._keyring, SecretKind.FILE: self._file})
        self._commands = SecretCommands()
        self._remembered = RememberedSecrets()
        self._asking_guard = threading.Lock()
        self._asking: dict[tuple[str, str], threading.Lock] = {}

    # finding: blocking, any thread

    def find(self, connection: Connection, purpose: str) -> Secret | None:
        """The secret, or None when the connection needs none of ours. May block for a minute: a keyring may ask.

        A secret given by a person comes before any other. A variable and a command hold the database's password only:
        the passphrase of a client key (ask for it only when the key is encrypted) and what the SSH server wants are
        then to be given.

        Raises:
            PasswordNeeded: A person has to be asked, and what they answer to be given with `secret.give`.
            SecretUnavailable, StoredNewer, StoredUnreadable: It cannot be fetched now.
        """
        place = connection.secret
        expires_s = place.expires_s if place.kind is SecretKind.ASK else None
        given = self._remembered.find(connection.id, purpose, expires_s=expires_s)
        if given is not None or place.kind is SecretKind.NONE:
            return given
        if problem := place.problem():
            raise SecretPlaceInvalid(connection=connection.name, reason=problem)
        if purpose == PASSWORD and place.kind is SecretKind.ENV:
            return read_variable(place.detail, connection.name)
        if purpose == PASSWORD and place.kind is SecretKind.COMMAND:
            return self._from_command(connection)
        kept = self._kept.get(connection, purpose)
        if kept is None:
            raise _needed(connection, purpose)
        return kept

    def needed(self, connection: Connection, purpose: str) -> PasswordNeeded:
        """The error that has a person asked for a secret that was not found."""
        return _needed(connection, purpose)

    def drop_given(self, connection_id: str, purpose: str = "") -> bool:
        """Drop what is only remembered, after a server refused it; whether there was any. Any thread.

        Then a person is asked again, or the command run again; what is kept in keyring or file stays there.
        """
        return self._remembered.forget(connection_id, purpose)

    def _from_command(self, connection: Connection) -> Secret:
        """What the command says, or said not too long ago; several who ask at once wait for one run."""
        line, expires_s = connection.secret.detail, connection.secret.expires_s
        with self._asking_guard:
            one_at_a_time = self._asking.setdefault((connection.id, line), threading.Lock())
        if not one_at_a_time.acquire(timeout=PATIENCE_S):
            raise SecretCommandFailed(connection=connection.name, reason="it already runs, and has not ended so far.")
        try:
            found = self._remembered.find(connection.id, PASSWORD, expires_s=expires_s, giver=line)
            if found is None:
                found = self._commands.ask(line, connection.name)
                if expires_s != 0:
                    self._remembered.remember(connection.id, PASSWORD, found, giver=line)
            return found
        finally:
            one_at_a_time.release()

    # operations

    @operation("secret.save", needs=Permission.CONNECTIONS_WRITE)
    async def save(self, request: SaveSecret) -> Done:
        """Keep a secret where its saved connection says: in the keyring or the encrypted file.

        Raises:
            ConnectionUnknown: There is no such saved connection.
            SecretNotKept: Its secrets are not kept by Lapwing.
            SecretUnavailable: Keyring or file cannot be written now.
        """
        _check_purpose("secret.save", request.purpose)
        connection = _saved(request.connection_id)
        if connection is None:
            raise ConnectionUnknown(connection=request.connection_id)
        await self.keep(connection, request.purpose, request.secret)
        return Done()

    async def keep(self, owner: Connection, purpose: str, secret: Secret) -> None:
        """Keep a secret where its owner says; the owner need not be a saved connection.

        Raises:
            SecretNotKept: Its secrets are not kept by Lapwing.
            SecretUnavailable: Keyring or file cannot be written now.
        """
        await asyncio.to_thread(self._kept.put, owner, purpose, secret)
        self._remembered.forget(owner.id, purpose)

    @operation("secret.give", needs=Permission.CONNECTIONS_WRITE)
    async def give(self, request: GiveSecret) -> Done:
        """Keep a secret in memory for as long as the connection's place says; it comes before any saved one."""
        _check_purpose("secret.give", request.purpose)
        self._remembered.remember(request.connection_id, request.purpose, request.secret)
        return Done()

    @operation("secret.forget", needs=Permission.CONNECTIONS_WRITE)
    async def forget_one(self, request: ForgetSecret) -> Done:
        """Remove a connection's secrets, or the one of a purpose, from memory and from where they are kept.

        For a connection that is no longer saved, keyring and encrypted file are both searched.

        Raises:
            SecretLeft: It could not be removed from where it is kept.
        """
        if request.purpose:
            _check_purpose("secret.forget", request.purpose)
        purposes = (request.purpose,) if request.purpose else PURPOSES
        connection = _saved(request.connection_id)
        if connection is not None:
            await self.forget(connection, purposes)
            return Done()
        self._remembered.forget(request.connection_id, request.purpose)
        for kind in self._kept.kinds:
            await self._kept.remove(kind, request.connection_id, request.connection_id, purposes)
        return Done()

    @operation("secret.places", needs=Permission.CONNECTIONS_READ)
    async def places(self) -> SecretPlaces:
        """Where secrets can be kept on this machine. Nobody is asked to unlock anything."""
        keyring, problem = "", ""
        try:
            keyring = await asyncio.to_thread(self._keyring.who_answers)
        except SecretUnavailable as error:
            problem = error.in_full
        try:
            is_unlocked, file_problem = await asyncio.to_thread(lambda: self._file.is_unlocked), ""
        except LapwingError as error:
            is_unlocked, file_problem = False, error.in_full
        return SecretPlaces(
            usable=(*_ALWAYS, SecretKind.KEYRING) if keyring else _ALWAYS,
            keyring=keyring,
            keyring_problem=problem,
            file_path=str(self._file.path),
            file_exists=self._file.exists,
            file_unlocked=is_unlocked,
            file_problem=file_problem,
        )

    @operation("secret.unlock", needs=Permission.CONNECTIONS_WRITE)
    async def unlock(self, request: UnlockSecrets) -> Done:
        """Open the encrypted file for as long as the engine lives, or make it.

        Raises:
            SecretsFileMissing: There is none, and `create` was not said.
            PassphraseWrong, PassphraseTooShort: Nothing was changed.
            SecretsFileDamaged, StoredNewer, StoredUnreadable, DiskFull: The file cannot be used.
        """
        await asyncio.to_thread(self._file.create if request.create else self._file.unlock, request.passphrase)
        return Done()

    @operation("secret.change_passphrase", needs=Permission.CONNECTIONS_WRITE)
    async def change_passphrase(self, request: ChangePassphrase) -> Done:
        """Encrypt the encrypted file anew.

        Raises:
            PassphraseWrong, PassphraseTooShort: Nothing was changed, as for every other error.
        """
        await asyncio.to_thread(self._file.change_passphrase, request.old, request.new)
        return Done()

    # when connections change

    @contextlib.asynccontextmanager
    async def moving(self, old: Connection | None, new: Connection) -> AsyncIterator[None]:
        """Within it a changed connection is saved. Its secrets go along to the place that it now names.

        Args:
            old: What was saved under the id so far; None for a new connection.

        Raises:
            SecretPlaceInvalid: The new place can never give one. Nothing was changed.
            SecretUnavailable: One of the places cannot be reached. Nothing was changed.
            SecretLeft: The connection was saved, and the old place may still hold a secret.
        """
        if problem := new.secret.problem():
            raise SecretPlaceInvalid(connection=new.name, reason=problem)
        if old is None:
            yield
            return
        async with self._kept.moving(old, new):
            yield
            if (old.secret, old.url, old.ssh) != (new.secret, new.url, new.ssh):
                self._remembered.forget(new.id)  # given for another server, or for a place that is none any more

    async def moved(self, old: Connection | None, new: Connection) -> None:
        """The same as `moving`, for a connection that was saved already."""
        async with self.moving(old, new):
            pass

    async def forget(self, connection: Connection, purposes: tuple[str, ...] = PURPOSES) -> None:
        """Remove the secrets of a connection that was removed, from memory and from where they are kept.

        Raises:
            SecretLeft: They could not be removed from where they are kept.
        """
        for purpose in purposes:
            self._remembered.forget(connection.id, purpose)
        await self._kept.remove(connection.secret.kind, connection.id, connection.name, purposes)

    def close(self) -> None:
        """Let nobody wait for keyring or command any longer."""
        self._keyring.close()
        self._commands.close()


def _saved(connection_id: str) -> Connection | None:
    found = [each for each in connections_document().read().connections if each.id == connection_id]
    return found[0] if found else None


def _needed(connection: Connection, purpose: str) -> PasswordNeeded:
    kind = _NEEDED[purpose]
    of_server = connection.ssh.user if connection.ssh is not None else ""
    user = of_server if purpose == SSH_PASSWORD else parse_url(connection.url).username
    return kind(connection=connection.name, connection_id=connection.id, user=user, purpose=purpose)


def _check_purpose(operation_id: str, purpose: str) -> None:
    if purpose not in PURPOSES:
        raise RequestInvalid(operation=operation_id, reason=f"the purpose is one of {', '.join(PURPOSES)}.")
