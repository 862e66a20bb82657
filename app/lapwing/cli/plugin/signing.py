"""`lapwing plugin sign`, `verify` and `source make`."""

import io
import os
import time
import zipfile
from pathlib import Path

from lapwing.cli.errors import UsageWrong
from lapwing.cli.messages import say
from lapwing.cli.passwords import from_variable
from lapwing.cli.plugin.asking import ask_engine
from lapwing.cli.plugin.words import day_of, package_lines
from lapwing.domain.errors import DiskFull, from_wire
from lapwing.domain.plugins.facts import Trust
from lapwing.domain.plugins.field_values import seconds_of
from lapwing.domain.plugins.installing import PackageFacts, ReadPackage
from lapwing.domain.plugins.installing_errors import KeyInvalid
from lapwing.plugins.index.making import write_index
from lapwing.plugins.packages.digest import SIGNATURE
from lapwing.plugins.packages.package import BESIDE, packed_files
from lapwing.plugins.packages.signing import fingerprint, new_key, sign, signature_bytes
from lapwing.settings.files import FileLayer, write_whole


def run_sign(package: str, key: str, passphrase_env: str, *, makes_key: bool) -> int:
    """Write the signature into the package, or beside it; returns the exit code.

    Raises:
        KeyInvalid, PasswordVariableMissing
        PackageUnreadable, PackageHostile, PackageTampered, ManifestInvalid: It would not be installed as it is.
        DiskFull: It cannot be written.
    """
    passphrase = from_variable(passphrase_env, os.environ, "--passphrase-env").reveal() if passphrase_env else ""
    path, key_path = Path(package), Path(key)
    try:
        if makes_key:
            _make_key(key_path, passphrase)
        pem = key_path.read_bytes()
    except OSError as error:
        raise KeyInvalid(reason=f"{key_path}: {error.strerror or error}.") from error
    signature = signature_bytes(packed_files(path), pem, passphrase)
    try:
        place = _write(path, signature)
    except OSError as error:
        raise DiskFull(path=package, reason=error.strerror or str(error)) from error
    say(f"Signed: {place}.")
    return 0


def _make_key(path: Path, passphrase: str) -> None:
    """A new key, which only its owner can read, and its public half beside it."""
    pem, public = new_key(passphrase)
    layer = FileLayer()
    fd = layer.create(path)
    try:
        layer.write(fd, pem)
    finally:
        layer.close(fd)
    path.with_name(f"{path.name}.pub").write_text(f"{public}\n", "utf-8")
    say(f"The new key is {fingerprint(public)}. Give {path.name}.pub to who is to trust you, and keep {path.name}.")


def _write(path: Path, signature: bytes) -> Path:
    if path.is_dir():
        place = path / SIGNATURE
    elif path.suffix.lower() == ".zip":
        write_whole(path, _with_signature(path.read_bytes(), signature), FileLayer())
        return path
    else:
        place = path.with_name(f"{path.name}{BESIDE}")
    write_whole(place, signature, FileLayer())
    return place


def _with_signature(data: bytes, signature: bytes) -> bytes:
    """The same archive with another signature, beside the manifest."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        top = next(name.removesuffix("plugin.toml") for name in names if name.endswith("plugin.toml"))
        for name in names:
            if name != f"{top}{SIGNATURE}":
                new.writestr(old.getinfo(name), old.read(name))
        new.writestr(f"{top}{SIGNATURE}", signature)
    return made.getvalue()


def run_verify(package: str) -> int:
    """Say what a package is and who signed it; 0 only when that is somebody the person trusts.

    Raises:
        PackageUnreadable, PackageHostile, PackageTampered, ManifestInvalid
    """
    facts = ask_engine("plugin.read_package", ReadPackage(str(Path(package).absolute())), PackageFacts)
    for line in package_lines(facts):
        say(line)
    if facts.problem is not None:
        say(str(from_wire(facts.problem)))
    return 0 if facts.trust is Trust.SIGNED else 1


def run_make_index(folder: str, key: str, valid: str, revoked: tuple[str, ...], passphrase_env: str) -> int:
    """Write an index of the packages in a folder; returns the exit code.

    Raises:
        UsageWrong, KeyInvalid, PasswordVariableMissing
        PackageUnreadable, PackageHostile, PackageTampered, ManifestInvalid: One of them would not be installed.
        DiskFull: It cannot be written.
    """
    seconds = seconds_of(valid)
    if seconds is None:
        reason = "--valid is a time such as 90d or 12h, or 0 for an index that is valid for ever."
        raise UsageWrong(reason=reason, command="lapwing plugin source make")
    passphrase = from_variable(passphrase_env, os.environ, "--passphrase-env").reveal() if passphrase_env else ""
    try:
        pem = Path(key).read_bytes()
    except OSError as error:
        raise KeyInvalid(reason=f"{key}: {error.strerror or error}.") from error
    expires_at = time.time() + seconds if seconds else 0.0
    because = dict.fromkeys(revoked, "Its owner revoked it.")
    try:
        place, count = write_index(Path(folder), pem, passphrase, expires_at=expires_at, revoked=because)
    except OSError as error:
        raise DiskFull(path=folder, reason=error.strerror or str(error)) from error
    until = f", valid until {day_of(expires_at)}" if expires_at else ""
    say(f"{place} lists {count} package{'s' if count != 1 else ''}{until}.")
    say(f"It is signed by {fingerprint(sign(b'', pem, passphrase)[0])}: tell that to who adds it, on another way.")
    return 0
