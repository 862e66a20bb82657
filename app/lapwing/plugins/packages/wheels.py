"""Wheels: archives of Python packages (PEP 427), of which only pure ones are taken, unpacked by us."""

import base64
import csv
import hashlib
from collections.abc import Mapping
from email.message import Message
from email.parser import BytesParser
from typing import Final

from packaging.requirements import InvalidRequirement, Requirement
from packaging.tags import Tag, sys_tags
from packaging.utils import InvalidWheelFilename, canonicalize_name, parse_wheel_filename
from packaging.version import Version

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.plugins.installing_errors import PackageHostile, PackageTampered, PackageUnreadable
from lapwing.plugins.manifest_checks import is_understood
from lapwing.plugins.packages.archives import files_in_zip
from lapwing.plugins.packages.names import clash_among

_MERGED: Final = ("purelib", "platlib")
_PARSER: Final = BytesParser()


@dataclass(frozen=True, slots=True)
class Wheel:
    """An unpacked wheel.

    Attributes:
        files: As they lie in the folder that Python imports from; scripts and data for elsewhere are left out.
        requires: What it needs itself.
        python: The versions of Python that it is for (PEP 440); empty: any.
    """

    name: str
    version: Version
    files: dict[str, bytes]
    requires: tuple[Requirement, ...] = ()
    python: str = ""


def wheel_name(file_name: str) -> tuple[str, Version, frozenset[Tag]] | None:
    """Name, version and tags that a file's name says; None: it is no wheel's."""
    try:
        name, version, _build, tags = parse_wheel_filename(file_name)
    except (InvalidWheelFilename, ValueError):
        return None
    return name, version, tags


def is_pure(tags: frozenset[Tag]) -> bool:
    """Whether a wheel is of Python alone, and for this Python."""
    here = {tag for tag in sys_tags() if tag.abi == "none" and tag.platform == "any"}
    return bool(tags & here)


def read_wheel(data: bytes, file_name: str) -> Wheel:
    """A wheel whose hashes were checked.

    Raises:
        PackageUnreadable: It is no wheel, or not a pure one.
        PackageHostile, PackageTampered
    """
    named = wheel_name(file_name)
    if named is None:
        raise PackageUnreadable(path=file_name, reason="its name is not that of a wheel.")
    if not is_pure(named[2]):
        raise PackageUnreadable(path=file_name, reason="it is no wheel of Python alone for this version of Python.")
    files = files_in_zip(data, file_name)
    info = _info_folder(files, file_name)
    _check_record(files, info, file_name)
    if _headers(files, f"{info}/WHEEL", file_name).get("Root-Is-Purelib", "").lower() != "true":
        raise PackageUnreadable(path=file_name, reason="it is not of Python alone.")
    meta = _headers(files, f"{info}/METADATA", file_name)
    if canonicalize_name(meta.get("Name", "")) != named[0]:
        raise PackageUnreadable(path=file_name, reason="it holds another package than its name says.")
    try:
        requires = tuple(Requirement(line) for line in meta.get_all("Requires-Dist", []))
    except InvalidRequirement as error:
        raise PackageUnreadable(path=file_name, reason="what it needs cannot be understood.") from error
    if not all(map(is_understood, requires)):
        raise PackageUnreadable(path=file_name, reason="what it needs cannot be understood.")
    return Wheel(named[0], named[1], _laid_out(files, file_name), requires, meta.get("Requires-Python", ""))


def _info_folder(files: Mapping[str, bytes], file_name: str) -> str:
    found = {name.partition("/")[0] for name in files if name.partition("/")[0].endswith(".dist-info")}
    if len(found) != 1:
        raise PackageUnreadable(path=file_name, reason="it has not exactly one .dist-info folder.")
    return found.pop()


def _headers(files: Mapping[str, bytes], name: str, file_name: str) -> Message:
    if name not in files:
        raise PackageUnreadable(path=file_name, reason=f"it holds no {name}.")
    return _PARSER.parsebytes(files[name], headersonly=True)


def _check_record(files: Mapping[str, bytes], info: str, file_name: str) -> None:
    """Each file must stand in RECORD with a hash no weaker than SHA-256, and the other way round (PEP 376, PEP 427)."""
    record = files.get(f"{info}/RECORD")
    if record is None:
        raise PackageUnreadable(path=file_name, reason=f"it holds no {info}/RECORD.")
    free = {f"{info}/{name}" for name in ("RECORD", "RECORD.jws", "RECORD.p7s")}
    told = set()
    try:
        rows = list(csv.reader(record.decode("utf-8", "replace").splitlines()))
    except csv.Error as error:
        raise PackageUnreadable(path=file_name, reason=f"{info}/RECORD cannot be understood.") from error
    for row in rows:
        name, kind_and_hash = (row[0], row[1]) if len(row) >= 2 else ("", "")
        told.add(name)
        if name in free:
            continue
        kind, _, said = kind_and_hash.partition("=")
        if name not in files or kind not in ("sha256", "sha384", "sha512"):
            raise PackageTampered(path=file_name, reason=f"the hash of `{name[:80]}` is missing or has no file.")
        digest = hashlib.new(kind, files[name]).digest()
        if base64.urlsafe_b64encode(digest).rstrip(b"=").decode() != said.rstrip("="):
            raise PackageTampered(path=file_name, reason=f"`{name[:80]}` has another hash than the wheel says.")
    if more := sorted(set(files) - told - free):
        raise PackageTampered(path=file_name, reason=f"`{more[0][:80]}` is not told in it.")


def _laid_out(files: Mapping[str, bytes], file_name: str) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for name, data in files.items():
        head, _, rest = name.partition("/")
        if head.endswith(".data"):
            kind, _, inside = rest.partition("/")
            if kind not in _MERGED:
                continue
            if inside in files or inside in found:
                raise PackageUnreadable(path=file_name, reason=f"it holds `{inside[:80]}` twice.")
            found[inside] = data
        else:
            found[name] = data
    if problem := clash_among(found):
        raise PackageHostile(path=file_name, reason=problem)
    return found
