"""Looking for a secret in all that was written, in every spelling in which a program might write it."""

import base64
import os
import urllib.parse
from collections.abc import Iterable, Iterator
from pathlib import Path


def spellings(secret: str) -> set[bytes]:
    """As it is, in UTF-16, percent-encoded, in hexadecimal digits, and within any base64 text."""
    plain = secret.encode()
    found = {plain, secret.encode("utf-16-le"), urllib.parse.quote(secret, safe="").encode(), plain.hex().encode()}
    for shift in range(3):  # base64 looks different at each of three offsets; what its neighbours change is cut off
        text = base64.b64encode(bytes(shift) + plain).decode().rstrip("=")
        found.add(text[shift + 1 if shift else 0 : -1].encode())
    return found | {plain[::-1]}


def files_with(secrets: Iterable[str], *folders: Path) -> list[str]:
    """The files below these folders that hold one of the secrets, also those whose name does."""
    needles = {needle for secret in secrets for needle in spellings(secret)}
    return sorted(
        str(path)
        for folder in folders
        for path in _below(folder)
        if any(needle in os.fsencode(path.name) for needle in needles)
        or (path.is_file() and any(needle in _read(path) for needle in needles))
    )


def contents(*folders: Path) -> dict[Path, bytes]:
    """What is in all files below these folders; those that are taken away meanwhile are empty, or left out."""
    return {path: _read(path) for folder in folders for path in _below(folder) if path.is_file()}


def _below(folder: Path) -> Iterator[Path]:
    """All that is in a folder; what is taken away meanwhile may be left out, as files that are written anew are."""
    for place, folders, files in os.walk(folder):
        yield from (Path(place, name) for name in (*folders, *files))


def processes_below(pid: int) -> Iterator[int]:
    """The process and all that it started; those that end meanwhile may be left out."""
    yield pid
    try:
        threads = [thread / "children" for thread in Path(f"/proc/{pid}/task").iterdir()]
    except FileNotFoundError:
        return
    for children in threads:
        for child in _read(children).split():
            yield from processes_below(int(child))


def processes_with(secrets: Iterable[str], pid: int) -> list[str]:
    """What of the arguments and variables of a process, and of all that it started, holds one of the secrets."""
    needles = {needle for secret in secrets for needle in spellings(secret)}
    assert _read(Path(f"/proc/{pid}/cmdline")), f"process {pid} has ended"
    told = [Path(f"/proc/{each}/{what}") for each in processes_below(pid) for what in ("cmdline", "environ")]
    return [str(path) for path in told if any(needle in _read(path) for needle in needles)]


def _read(path: Path) -> bytes:
    """What is there; nothing of a file that was taken away, or of a process or thread that has ended."""
    try:
        return path.read_bytes()
    except (FileNotFoundError, ProcessLookupError):
        return b""
