"""The Python packages that Lapwing itself brings: all that it needs, and nothing else that lies beside it."""

from functools import cache
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from typing import Final

from packaging.requirements import InvalidRequirement, Requirement
from packaging.utils import canonicalize_name
from packaging.version import InvalidVersion, Version

IN_USE: Final = frozenset({"lapwing", "msgspec"})
"""A plugin's process has loaded these before the plugin: it cannot have them in another version."""

ROOTS: Final = (
    *("PySide6-Essentials", "apsw", "asyncssh[bcrypt]", "cryptography", "h11", "httpx2", "keyring", "msgspec", "numpy"),
    *("packaging", "platformdirs", "psutil", "psycopg[binary]", "PyMySQL", "qasync", "SQLAlchemy"),
    *("typer", "uvicorn"),
)
"""What `pyproject.toml` names: a program that was frozen, or runs from its sources, has no metadata of its own."""


@cache
def own_packages() -> dict[str, Version]:
    """Name and version of each. What tests and tools have installed beside them does not count."""
    found: dict[str, Version] = {}
    ahead = [Requirement(each) for each in ROOTS]
    while ahead:
        need = ahead.pop()
        name = canonicalize_name(need.name)
        known = _distribution(name)
        if known is None or name in found:
            continue
        try:
            found[name] = Version(known.version)
        except InvalidVersion:
            continue
        ahead += _needs(known, need.extras)
    return found


def _distribution(name: str) -> Distribution | None:
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def _needs(known: Distribution, extras: set[str]) -> list[Requirement]:
    needs = []
    for text in known.requires or ():
        try:
            need = Requirement(text)
        except InvalidRequirement:
            continue
        if need.marker is None or any(need.marker.evaluate({"extra": extra}) for extra in ("", *extras)):
            needs.append(need)
    return needs
