"""Encrypted files to work with."""

from pathlib import Path

import pytest

from helpers.encrypted_files import PASSPHRASE, VERSION_1
from lapwing.store.secrets.encrypted_file import EncryptedFile


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "config/secrets.json"
    found.parent.mkdir()
    found.write_bytes(VERSION_1)
    return found


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> EncryptedFile:
    """Unlocked once for many tests, since that takes its time; each puts the file there that it needs."""
    file = EncryptedFile(tmp_path_factory.mktemp("opened") / "secrets.json")
    file.path.write_bytes(VERSION_1)
    file.unlock(PASSPHRASE)
    return file


@pytest.fixture
def file(opened: EncryptedFile) -> EncryptedFile:
    opened.path.write_bytes(VERSION_1)
    opened.path.chmod(0o600)
    return opened
