"""Fetching files for plugins: of this computer, or over the network within limits."""

import ipaddress
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit, urlunsplit

from lapwing.domain.plugins.installing_errors import FetchFailed, PackageHostile
from lapwing.plugins.packages.folders import read_plain

MOST_BYTES: Final = 32 << 20
_WITHIN_S: Final = 60.0
_MOST_REDIRECTS: Final = 5


def is_url(place: str) -> bool:
    """Whether a place is asked for over the network."""
    return place.lower().startswith(("https://", "http://"))


def shown(place: str) -> str:
    """A place without what may be secret: user, password, query."""
    if not is_url(place):
        return place
    parts = urlsplit(place)
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))


def local_path(place: str) -> Path:
    """The path that a place means that is no URL of the network."""
    if place.lower().startswith("file://"):
        return Path(unquote(urlsplit(place).path))
    return Path(place).expanduser()


def fetch(place: str, *, accept: str = "*/*", most: int = MOST_BYTES) -> tuple[bytes, str]:
    """The bytes of a file or URL, and where they came from in the end. Blocking, a minute at most.

    Nothing is fetched without encryption, but from this computer: signatures and hashes tell what comes, but not
    what is held back, nor who looks on. A redirect leads neither out of encryption nor from elsewhere to this computer.

    Raises:
        FetchFailed
    """
    if not is_url(place):
        try:
            return read_plain(local_path(place), most), place
        except OSError as error:
            raise FetchFailed(url=place, reason=f"{error.strerror or error}.") from error
        except PackageHostile as error:
            raise FetchFailed(url=place, reason=str(error.facts["reason"])) from error
    import httpx2

    try:
        return _get(place, accept, most)
    except (httpx2.HTTPError, httpx2.InvalidURL, ValueError) as error:
        reason = str(error) or type(error).__name__
        raise FetchFailed(url=shown(place), reason=f"{reason.rstrip('.')}.") from error


def _get(place: str, accept: str, most: int) -> tuple[bytes, str]:
    import httpx2

    deadline = time.monotonic() + _WITHIN_S
    url = httpx2.URL(place)
    with httpx2.Client(timeout=15.0, follow_redirects=False, headers={"Accept": accept}) as client:
        for _ in range(_MOST_REDIRECTS + 1):
            if problem := why_not_asked(str(url), place):
                raise FetchFailed(url=shown(str(url)), reason=problem)
            with client.stream("GET", url) as answer:
                if answer.has_redirect_location:
                    url = url.join(answer.headers["location"])
                    continue
                if answer.status_code != httpx2.codes.OK:
                    raise FetchFailed(url=shown(place), reason=f"the server answers {answer.status_code}.")
                return _body(answer.iter_bytes(), place, most, deadline), str(url)
    raise FetchFailed(url=shown(place), reason="it leads from one address to the next.")


def why_not_asked(url: str, begun: str) -> str:
    """Why a URL is not asked to which one leads that was named by a person, in a sentence; empty: it may be asked."""
    parts = urlsplit(url)
    is_here = is_loopback(parts.hostname or "")
    if parts.scheme != "https" and not (parts.scheme == "http" and is_here):
        return "it is not encrypted (https)."
    if is_here and not is_loopback(urlsplit(begun).hostname or ""):
        return "what leads to it is elsewhere, and it is on this computer."
    return ""


def _body(pieces: Iterable[bytes], place: str, most: int, deadline: float) -> bytes:
    found = bytearray()
    for piece in pieces:
        found += piece
        if len(found) > most:
            raise FetchFailed(url=shown(place), reason=f"it is larger than {most >> 20} MB.")
        if time.monotonic() > deadline:
            raise FetchFailed(url=shown(place), reason=f"it takes longer than {_WITHIN_S:g} seconds.")
    return bytes(found)


def is_loopback(host: str) -> bool:
    """Whether a host is this computer."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"
