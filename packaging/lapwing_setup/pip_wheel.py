"""A pip to start with, for a Python that has none (Debian ships python3 without ensurepip's wheels).

A pip wheel can be run without being installed: `python pip-26.3-py3-none-any.whl/pip install ...`.
"""

import base64
import configparser
import hashlib
import importlib.util
import os
import re
import ssl
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterable, Mapping
from html import unescape
from pathlib import Path

from lapwing_setup.failure import SetupFailure
from lapwing_setup.places import CACHE, REQUIREMENTS

TIMEOUT_S = 60
DEBIAN_WHEELS = Path("/usr/share/python-wheels")
PUBLIC_INDEX = "https://pypi.org/simple"
"""pip's own default, used when neither PIP_INDEX_URL nor a pip.conf names another."""


def find(lock: Path = REQUIREMENTS / "build.txt") -> Path:
    """A pip wheel: this Python's own, Debian's, or the locked one fetched from the index and checked by its hash.

    Raises:
        SetupFailure: There is none here and the index did not give it.
    """
    return bundled() or newest_in(DEBIAN_WHEELS) or fetched(lock, CACHE / "pip")


def bundled() -> Path | None:
    """The wheel inside ensurepip; None where the distribution has taken it out."""
    ensurepip = importlib.util.find_spec("ensurepip")
    if ensurepip is None or ensurepip.origin is None:
        return None
    return newest_in(Path(ensurepip.origin).parent / "_bundled")


def newest_in(folder: Path) -> Path | None:
    """The pip wheel with the highest version in a folder, or None."""

    def version(wheel: Path) -> list[int]:
        return [int(number) for number in re.findall(r"\d+", wheel.name.split("-")[1])]

    return max(folder.glob("pip-*.whl"), key=version, default=None)


def locked(lock: Path) -> tuple[str, frozenset[str]]:
    """File name and allowed SHA-256 sums of the pip that a lock names."""
    block = re.search(r"^pip==(\S+)(?:.*\\\n(?: +--hash=.*\n)+)", lock.read_text("utf-8"), re.MULTILINE)
    if block is None:
        raise SetupFailure(f"{lock} names no pip. `make lock` writes it anew.")
    return f"pip-{block[1]}-py3-none-any.whl", frozenset(re.findall(r"--hash=sha256:([0-9a-f]{64})", block[0]))


def fetched(lock: Path, folder: Path) -> Path:
    """The locked pip wheel in `folder`, fetched from the index when it is not there yet."""
    name, allowed = locked(lock)
    wheel = folder / name
    if wheel.exists() and hashlib.sha256(wheel.read_bytes()).hexdigest() in allowed:
        return wheel
    settings = pip_settings(os.environ)
    try:
        content = download(settings, name)
    except (OSError, ValueError) as refused:
        raise SetupFailure(
            f"This Python has no pip, and fetching {name} failed: {refused}. "
            "`apt-get install python3-venv` also provides one."
        ) from refused
    if hashlib.sha256(content).hexdigest() not in allowed:
        raise SetupFailure(f"{name} from the index is not the file that {lock.name} names: its hash differs.")
    folder.mkdir(parents=True, exist_ok=True)
    part = wheel.with_suffix(".part")
    part.write_bytes(content)
    part.replace(wheel)
    return wheel


def pip_settings(environ: Mapping[str, str]) -> dict[str, str]:
    """Index and certificate settings as pip would read them: files first, the environment over them."""
    home = Path(environ.get("HOME", "/nonexistent"))
    files: Iterable[Path] = (
        Path("/etc/xdg/pip/pip.conf"),
        Path("/etc/pip.conf"),
        home / ".pip/pip.conf",
        Path(environ.get("XDG_CONFIG_HOME") or home / ".config") / "pip/pip.conf",
        Path(environ.get("PIP_CONFIG_FILE", "/nonexistent")),
    )
    settings: dict[str, str] = {}
    for file in files:
        parser = configparser.RawConfigParser()
        parser.read(file, "utf-8")
        for section in ("global", "install"):
            if parser.has_section(section):
                settings.update(parser.items(section))
    for name, value in environ.items():
        if name.startswith("PIP_") and value:
            settings[name.removeprefix("PIP_").lower().replace("_", "-")] = value
    return settings


def download(settings: Mapping[str, str], name: str) -> bytes:
    """The bytes of the file `name` of the project pip, from the first index that lists it.

    Raises:
        OSError: An index could not be reached.
        ValueError: No index lists the file.
    """
    indexes = [settings.get("index-url", PUBLIC_INDEX), *settings.get("extra-index-url", "").split()]
    read = reader(settings)
    for index in indexes:
        page = f"{index.rstrip('/')}/pip/"
        try:
            listing = read(page).decode("utf-8", "replace")
        except (OSError, ValueError):
            if index == indexes[-1]:
                raise
            continue
        for link in re.findall(r"""href\s*=\s*["']([^"']+)["']""", listing):
            address = urllib.parse.urljoin(page, unescape(link))
            if urllib.parse.urlsplit(address).path.endswith(f"/{name}"):
                return read(address)
    raise ValueError("no index lists it")


def reader(settings: Mapping[str, str]) -> Callable[[str], bytes]:
    """A function that fetches one address, with the certificates, proxy and passwords that pip would use."""
    context = ssl.create_default_context(cafile=settings.get("cert"))
    if "cert" not in settings and not has_certificates():
        # A minbase system has no certificates at all. What comes is checked by the lock's hash, so only the
        # secrecy of the download is lost; an address with a password in it is therefore not read this way.
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    handlers: list[urllib.request.BaseHandler] = [urllib.request.HTTPSHandler(context=context)]
    if "proxy" in settings:
        handlers.append(urllib.request.ProxyHandler({"http": settings["proxy"], "https": settings["proxy"]}))
    opener = urllib.request.build_opener(*handlers)

    def read(address: str) -> bytes:
        parts = urllib.parse.urlsplit(address)
        headers = {"Accept": "text/html, application/octet-stream"}
        if parts.username:
            if context.verify_mode == ssl.CERT_NONE:
                raise ValueError("this machine has no certificates to trust, so no password is sent to the index")
            headers["Authorization"] = basic(parts)
            address = parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
        with opener.open(urllib.request.Request(address, headers=headers), timeout=TIMEOUT_S) as answer:
            return bytes(answer.read())

    return read


def has_certificates() -> bool:
    """Whether this machine trusts anybody: a minbase Debian has neither the file nor anything in the folder."""
    known = ssl.get_default_verify_paths()
    # The type hints call both names always set; the documentation, rightly, does not.
    return any(
        place and (Path(place).is_file() or any(Path(place).iterdir())) for place in (known.cafile, known.capath)
    )


def basic(parts: urllib.parse.SplitResult) -> str:
    """The Authorization header for a user and password written in an address."""
    pair = f"{urllib.parse.unquote(parts.username or '')}:{urllib.parse.unquote(parts.password or '')}"
    return "Basic " + base64.b64encode(pair.encode()).decode("ascii")
