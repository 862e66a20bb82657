"""Lapwing's own encrypted file, for machines on which no keyring answers, and for people who prefer it."""

import contextlib
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from lapwing import paths
from lapwing.domain.errors import DiskFull, StoredNewer, StoredUnreadable
from lapwing.domain.secret_errors import (
    PassphraseTooShort,
    PassphraseWrong,
    SecretNotText,
    SecretsFileBusy,
    SecretsFileDamaged,
    SecretsFileMissing,
    SecretsLocked,
)
from lapwing.domain.secrets import Secret
from lapwing.settings.files import FileLayer, write_whole
from lapwing.store.secrets.cipher import Cipher, Refused, new_scrypt
from lapwing.store.secrets.sealed_document import VERSION, FromNewer, NotAsWritten, SealedDocument, decode, encode

if os.name == "posix":
    import fcntl

LEAST_CHARACTERS: Final = 8
"""Of a passphrase: shorter ones are found by trying, however slow scrypt makes it."""
_PATIENCE_S: Final = 10.0


def secrets_path() -> Path:
    """Where the file lies."""
    return paths.config() / "secrets.json"


class EncryptedFile:
    """Secrets in a file encrypted with a passphrase (`kept.KeepsSecrets`). Any thread; several processes may write.

    The passphrase is not kept, only the key made of it, and only in memory. The file is read again for every call, so
    that what another process wrote is seen.
    """

    def __init__(self, path: Path, layer: FileLayer | None = None) -> None:
        self.path = path
        self._layer = layer or FileLayer()
        self._cipher: Cipher | None = None

    @property
    def exists(self) -> bool:
        return os.path.lexists(self.path)

    @property
    def is_unlocked(self) -> bool:
        """Whether its secrets can be read now.

        Raises:
            SecretsFileDamaged, StoredNewer, StoredUnreadable: It cannot be read at all.
        """
        document = self._read()
        return document is not None and self._fits(document)

    # the passphrase

    def unlock(self, passphrase: Secret) -> None:
        """Keep the key in memory. Takes a good part of a second, on purpose.

        Raises:
            SecretsFileMissing: There is no file yet.
            PassphraseWrong: It is another one.
            SecretsFileDamaged: Some of it was written by somebody who does not know the passphrase.
        """
        self._cipher = self._opening(self._present(), passphrase)

    def create(self, passphrase: Secret) -> None:
        """Make the file, and keep its key in memory; a file that is there already is unlocked.

        Raises:
            PassphraseTooShort: Nothing was made.
            DiskFull: It cannot be written.
        """
        with self._writing():
            if self.exists:
                return self.unlock(passphrase)
            self._begin(passphrase, {})
        return None

    def change_passphrase(self, old: Secret, new: Secret) -> None:
        """Encrypt everything anew.

        Raises:
            PassphraseWrong, PassphraseTooShort: The file is as it was, as for every other error.
        """
        with self._writing():
            document = self._present()
            cipher = self._opening(document, old)
            self._begin(new, {name: self._decrypted(cipher, document, name) for name in document.entries})

    def _begin(self, passphrase: Secret, secrets: dict[str, Secret]) -> None:
        if len(passphrase.reveal()) < LEAST_CHARACTERS:
            raise PassphraseTooShort(least=LEAST_CHARACTERS)
        cipher = Cipher(passphrase, new_scrypt())
        entries = {name: cipher.encrypt(name, secret) for name, secret in secrets.items()}
        self._write(cipher.seal(cipher.check(), entries))
        self._cipher = cipher

    def _opening(self, document: SealedDocument, passphrase: Secret) -> Cipher:
        cipher = Cipher(passphrase, document.scrypt)
        if not cipher.opens(document):
            raise PassphraseWrong(path=str(self.path))
        self._see_seal(cipher, document)
        return cipher

    # secrets

    def get(self, name: str) -> Secret | None:
        document = self._read()
        if document is None or not self._may_hold(document, name):
            return None
        cipher = self._unlocked(document)
        return self._decrypted(cipher, document, name) if name in document.entries else None

    def put(self, name: str, secret: Secret) -> None:
        with self._writing():
            document = self._present()
            cipher = self._unlocked(document)
            try:
                entry = cipher.encrypt(name, secret)
            except UnicodeEncodeError:
                raise SecretNotText from None  # the error and its chain would hold the secret
            self._write(cipher.seal(document.check, {**document.entries, name: entry}))

    def remove(self, name: str) -> bool:
        with self._writing():
            document = self._read()
            if document is None or not self._may_hold(document, name):
                return False
            cipher = self._unlocked(document)
            left = {other: entry for other, entry in document.entries.items() if other != name}
            if len(left) < len(document.entries):
                self._write(cipher.seal(document.check, left))
            return len(left) < len(document.entries)

    def in_words(self) -> str:
        return "the encrypted file"

    def _fits(self, document: SealedDocument) -> bool:
        """Whether there is a key, and it is still this document's: another process may have changed the passphrase."""
        return self._cipher is not None and self._cipher.scrypt == document.scrypt

    def _may_hold(self, document: SealedDocument, name: str) -> bool:
        """Names can be read without the key: for what is not there, nobody has to be asked for the passphrase."""
        return name in document.entries or self._fits(document)

    def _unlocked(self, document: SealedDocument) -> Cipher:
        cipher = self._cipher
        if cipher is None or not self._fits(document):
            raise SecretsLocked(path=str(self.path))
        self._see_seal(cipher, document)
        return cipher

    def _see_seal(self, cipher: Cipher, document: SealedDocument) -> None:
        if not cipher.opens(document) or not cipher.is_sealed(document):
            raise self._damaged("something in it was changed by a program that does not know the passphrase.")

    def _decrypted(self, cipher: Cipher, document: SealedDocument, name: str) -> Secret:
        try:
            return cipher.decrypt(name, document.entries[name])
        except Refused:
            raise self._damaged("one of its entries was not written with its passphrase.") from None

    # the file

    def _read(self) -> SealedDocument | None:
        try:
            return decode(self.path.read_bytes())
        except FileNotFoundError:
            return None
        except OSError as error:
            raise StoredUnreadable(path=str(self.path), reason=f"{error.strerror or error}.") from error
        except FromNewer as newer:
            raise StoredNewer(path=str(self.path), theirs=newer.version, ours=VERSION) from newer
        except NotAsWritten as error:
            raise self._damaged(f"{error}.") from error

    def _present(self) -> SealedDocument:
        document = self._read()
        if document is None:
            raise SecretsFileMissing(path=str(self.path))
        return document

    def _write(self, document: SealedDocument) -> None:
        try:
            if self.path.exists():
                self.path.chmod(0o600)  # it may have been restored from somewhere with other permissions
            write_whole(self.path, encode(document), self._layer)
        except OSError as error:
            raise DiskFull(path=str(self.path), reason=error.strerror or str(error)) from error

    def _damaged(self, reason: str) -> SecretsFileDamaged:
        return SecretsFileDamaged(path=str(self.path), reason=reason)

    @contextlib.contextmanager
    def _writing(self) -> Iterator[None]:
        """Nobody else, thread or process, reads and replaces the file meanwhile."""
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            folder = os.open(self.path.parent, os.O_RDONLY) if os.name == "posix" else -1
        except OSError as error:
            raise DiskFull(path=str(self.path), reason=error.strerror or str(error)) from error
        try:
            if folder >= 0:
                self._lock(folder)
            yield
        finally:
            if folder >= 0:
                os.close(folder)

    def _lock(self, folder: int) -> None:
        end = time.monotonic() + _PATIENCE_S
        while True:
            try:
                fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() > end:
                    raise SecretsFileBusy(path=str(self.path), waited_s=f"{_PATIENCE_S:g}") from None
                time.sleep(0.02)
            except OSError:
                return  # a file system without locks: the last who writes wins, and the file is whole all the same
            else:
                return
