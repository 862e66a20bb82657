"""An encrypted file of secrets as version 1 wrote it."""

from pathlib import Path
from typing import Final

from lapwing.domain.secrets import Secret

VERSION_1: Final = (Path(__file__).parents[1] / "golden/stored/secrets-1.json").read_bytes()
PASSPHRASE: Final = Secret("correct horse battery")
CANARY: Final = Secret("the canary of version 1")
"""What it holds under `shop/password`; `shop/tls-key` is the empty text."""
