"""Private keys in files."""

from pathlib import Path

import asyncssh


def is_encrypted(path: str) -> bool:
    """Whether a private key needs a passphrase; False where it cannot be read at all."""
    try:
        asyncssh.read_private_key(Path(path).expanduser())
    except asyncssh.KeyImportError as error:
        return "passphrase must be specified" in str(error).lower()
    except (OSError, ValueError):
        return False
    return False
