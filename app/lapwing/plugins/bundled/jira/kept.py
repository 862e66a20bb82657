"""Which alerts have an issue that is not over, kept over restarts."""

import json
import os
from pathlib import Path


class KeptIssues:
    """A small file of JSON, replaced as a whole. One that cannot be read is set aside and begun anew."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._keys = _read(path)

    def key_of(self, alert: str) -> str | None:
        return self._keys.get(alert)

    def keep(self, alert: str, key: str) -> None:
        self._keys[alert] = key
        self._write()

    def forget(self, alert: str) -> None:
        if self._keys.pop(alert, None) is not None:
            self._write()

    def _write(self) -> None:
        beside = self._path.with_suffix(".new")
        beside.write_text(json.dumps(self._keys, indent=1), "utf-8")
        os.replace(beside, self._path)


def _read(path: Path) -> dict[str, str]:
    try:
        found = json.loads(path.read_bytes())
    except FileNotFoundError:
        return {}
    except ValueError:
        os.replace(path, path.with_suffix(".damaged"))
        return {}
    return {str(name): str(key) for name, key in found.items()} if isinstance(found, dict) else {}
