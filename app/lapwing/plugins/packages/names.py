"""Names of files in packages: only those that mean the same file, inside of the folder, on every system."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from lapwing.domain.visible import visible_text

_DEVICES: Final = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
_LONGEST: Final = 200
_DEEPEST: Final = 16
_NATIVE: Final = (".so", ".pyd", ".dll", ".dylib", ".exe", ".pyc", ".pth")


def name_problem(name: str) -> str:
    """Why a path with `/` cannot be unpacked, in a sentence; empty: it can."""
    said = visible_text(name)[:80]
    if not name or name.startswith("/") or "\\" in name or ":" in name or "\0" in name:
        return f"it holds a file named `{said}`, which would be written outside of its folder."
    parts = name.split("/")
    if ".." in parts:
        return f"it holds a file named `{said}`, which would be written outside of its folder."
    if len(name) > _LONGEST or len(parts) > _DEEPEST:
        return f"the name of the file `{said}` is too long."
    if visible_text(name) != name or unicodedata.normalize("NFC", name) != name or re.search(r'[<>"|?*]', name):
        return f"the name of the file `{said}` holds characters that not every system can keep."
    for part in parts:
        if part in {"", "."} or part[-1] in ". " or part[0] == " " or _DEVICES.fullmatch(part):
            return f"the name of the file `{said}` means something else on some systems."
    if name.lower().endswith(_NATIVE):
        return f"the file `{said}` is not allowed: plugins and their packages hold no native or compiled code."
    return ""


def clash_among(names: Iterable[str]) -> str:
    """Which two names would be one file, or a file and a folder, in a sentence; empty: none."""
    seen: dict[str, str] = {}
    folders: dict[str, str] = {}
    for name in names:
        key = name.casefold()
        if key in seen:
            return f"the files `{visible_text(seen[key])}` and `{visible_text(name)}` would be one."
        seen[key] = name
        parts = name.split("/")
        for depth in range(1, len(parts)):
            folder = "/".join(parts[:depth])
            known = folders.setdefault(folder.casefold(), folder)
            if known != folder:
                return f"the folders `{visible_text(known)}` and `{visible_text(folder)}` would be one."
    both = seen.keys() & folders.keys()
    return f"`{visible_text(seen[min(both)])}` would be a file and a folder." if both else ""
