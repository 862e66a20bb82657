"""A package as a whole: its files, what it says of itself, and who signed it."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.plugins.installing_errors import PackageUnreadable
from lapwing.domain.plugins.manifest import Manifest
from lapwing.plugins.manifest import NAME, check_entry, manifest_from, manifest_of_script
from lapwing.plugins.packages.archives import LARGEST_ARCHIVE, files_in_zip
from lapwing.plugins.packages.digest import SIGNATURE, digest_of
from lapwing.plugins.packages.folders import files_in_folder, read_plain
from lapwing.plugins.packages.signing import Signature, check_signature
from lapwing.plugins.packages.wheels import read_wheel

BESIDE: Final = ".sig"
"""Behind the name of a `.py` file or wheel, which cannot hold their signature."""


@dataclass(frozen=True, slots=True)
class Package:
    """All of a plugin, in memory: what is looked at is what is installed.

    Attributes:
        files: By name with `/`, as they are installed; `plugin.toml` is at the top.
        sha256: Of the files as the author packed them.
    """

    path: str
    manifest: Manifest
    files: Mapping[str, bytes]
    sha256: str
    signature: Signature | None = None

    @property
    def size(self) -> int:
        return sum(map(len, self.files.values()))


def read_package(path: Path) -> Package:
    """Read a folder, a `.py` file, a `.zip` or a `.whl`. Blocking; nothing is run or written.

    Raises:
        PackageUnreadable, PackageHostile, PackageTampered, ManifestInvalid
    """
    if path.is_dir():
        return _package(str(path), files_in_folder(path))
    try:
        data = read_plain(path, LARGEST_ARCHIVE)
        beside = path.with_name(path.name + BESIDE)
        signature = read_plain(beside, LARGEST_ARCHIVE) if beside.exists() else None
    except OSError as error:
        raise PackageUnreadable(path=str(path), reason=f"{error.strerror or error}.") from error
    return package_from(data, str(path), path.name, signature)


def package_from(data: bytes, path: str, file_name: str, signature: bytes | None = None) -> Package:
    """Read a package that is one file.

    Args:
        signature: What lies beside it, where it cannot be in it.

    Raises: as `read_package`.
    """
    suffix = file_name.rpartition(".")[2].lower()
    if suffix == "py":
        return _script(data, path, signature)
    if suffix == "whl":
        return _wheel(data, path, file_name, signature)
    if suffix == "zip":
        return _package(path, _without_top(files_in_zip(data, path)))
    raise PackageUnreadable(path=path, reason="it is neither a folder nor a .py, .zip or .whl file.")


def packed_files(path: Path) -> dict[str, bytes]:
    """The files that a signature of a package is about, without the one that it may have. Blocking.

    Raises: as `read_package`, but for what a signature says.
    """
    if path.is_dir():
        files = files_in_folder(path)
    else:
        try:
            data = read_plain(path, LARGEST_ARCHIVE)
        except OSError as error:
            raise PackageUnreadable(path=str(path), reason=f"{error.strerror or error}.") from error
        suffix = path.suffix.lower()
        if suffix != ".zip":
            package_from(data, str(path), path.name)
            return read_wheel(data, path.name).files if suffix == ".whl" else _as_module(data, str(path))[0]
        files = _without_top(files_in_zip(data, str(path)))
    files.pop(SIGNATURE, None)
    _package(str(path), files)
    return files


def _package(path: str, files: dict[str, bytes]) -> Package:
    if NAME not in files:
        raise PackageUnreadable(path=path, reason=f"there is no {NAME} at its top.")
    signature = check_signature(files, files[SIGNATURE], path) if SIGNATURE in files else None
    return _checked(Package(path, manifest_from(files[NAME], NAME), files, digest_of(files), signature))


def _without_top(files: dict[str, bytes]) -> dict[str, bytes]:
    """The files without the one folder that they all are in, if there is one."""
    tops = {name.partition("/")[0] for name in files}
    if NAME in files or len(tops) != 1 or any("/" not in name for name in files):
        return files
    return {name.partition("/")[2]: data for name, data in files.items()}


def _as_module(data: bytes, path: str) -> tuple[dict[str, bytes], Manifest, bytes]:
    """A single file under the name of the module that its manifest says, that manifest, and its `plugin.toml`."""
    manifest, toml = manifest_of_script(data, path)
    module = manifest.entry.partition(":")[0]
    if "." in module:
        raise PackageUnreadable(path=path, reason=f"`entry` names {module}, and a single file is a module of its own.")
    return {f"{module}.py": data}, manifest, toml


def _script(data: bytes, path: str, beside: bytes | None) -> Package:
    packed, manifest, toml = _as_module(data, path)
    signature = check_signature(packed, beside, path) if beside is not None else None
    return _checked(Package(path, manifest, {**packed, NAME: toml}, digest_of(packed), signature))


def _wheel(data: bytes, path: str, file_name: str, beside: bytes | None) -> Package:
    """`plugin.toml` is at the top of the wheel, or in the one folder of modules that has it."""
    wheel = read_wheel(data, file_name)
    found = [name for name in wheel.files if name == NAME or (name.count("/") == 1 and name.endswith(f"/{NAME}"))]
    if len(found) != 1:
        raise PackageUnreadable(path=path, reason=f"it holds {'no' if not found else 'more than one'} {NAME}.")
    manifest = manifest_from(wheel.files[found[0]], found[0])
    needed = (str(each) for each in wheel.requires if each.marker is None or each.marker.evaluate({"extra": ""}))
    more = tuple(each for each in needed if each not in manifest.requires)
    manifest = replace(manifest, requires=(*manifest.requires, *more))
    signature = check_signature(wheel.files, beside, path) if beside is not None else None
    files = {**wheel.files, NAME: wheel.files[found[0]]}
    return _checked(Package(path, manifest, files, digest_of(wheel.files), signature))


def _checked(package: Package) -> Package:
    check_entry(package.manifest, package.files, NAME)
    return package
