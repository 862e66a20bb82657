"""URLs as people have them: with passwords, and with characters in these that should have been escaped."""

import re
from typing import Final
from urllib.parse import unquote_to_bytes

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.pasting.names import is_known
from lapwing.domain.url_text import Malformed, decoded, split_hosts

_END: Final = re.compile(r"[/?#]")
_HOST_NAME: Final = re.compile(r"[\w.\-%~:/@\\]*")
_USER: Final = re.compile(r"[^/?#&=:]*:")
_OPTION: Final = re.compile(r"[\w.\-%]+=.*", re.DOTALL)
_SURE_PLACE: Final = re.compile(r"[^/?#]*(?::[0-9]{1,5}|/[^/?#@]+)")
_LAST_AT: Final = (
    "Its password was taken to reach to the last @; characters in it that should be escaped were taken as they are."
)
_RAW_PERCENT: Final = "The % in its password was taken as it is, because what follows is no escape."
_AMBIGUOUS: Final = (
    "an @ in it can end the password or belong to something else. Write the password with %40 for @, %2F for /, "
    "%3F for ? and %23 for #."
)


@dataclass(frozen=True, slots=True, repr=False)
class Login:
    """A URL behind its `scheme://`, taken apart. Nothing but the password is decoded.

    Attributes:
        password: None when there is no colon behind the user.
    """

    user: str
    password: str | None
    hosts: str
    path: str
    query: str
    assumed: tuple[str, ...] = ()


def split_login(rest: str) -> Login:
    """Take apart what stands behind `scheme://`, where only one reading makes sense.

    Raises:
        Malformed: It has no reading, or two.
    """
    end = _END.search(rest)
    at = end.start() if end else len(rest)
    login, _, hosts = rest[:at].rpartition("@")
    path, _, query = rest[at:].partition("?")
    options = [option for option in query.split("&") if option]
    is_regular = "#" not in rest[at:] and all(_OPTION.fullmatch(option) for option in options) and _are_hosts(hosts)
    if "@" not in rest[at:]:
        if not _are_hosts(hosts) or hosts.endswith(":"):
            raise Malformed("its host or port cannot be read.")
        if "#" in rest[at:]:
            raise Malformed("a # in it has to be written as %23.")
        return _login(login, hosts, rest[at:])
    if is_regular and "@" not in path and all(is_known(option.partition("=")[0]) for option in options):
        return _login(login, hosts, rest[at:])
    if ":" not in rest.rpartition("@")[0]:
        if not is_regular:
            raise Malformed(_AMBIGUOUS)
        return _login(login, hosts, rest[at:])  # no password can be in it: the @ is part of a name
    return _reaching_to_last_at(rest, is_regular=is_regular, is_in_path="@" in path)


def _reaching_to_last_at(rest: str, *, is_regular: bool, is_in_path: bool) -> Login:
    """Read a password that holds a /, ? or #: it ends at the last @."""
    login, _, behind = rest.rpartition("@")
    end = _END.search(behind)
    place = end.start() if end else len(behind)
    hosts, more = behind[:place], behind[place:]
    is_other_reading = is_regular and not (is_in_path and _SURE_PLACE.match(behind))
    if is_other_reading or not _are_hosts(hosts) or "#" in more or not _USER.match(login):
        raise Malformed(_AMBIGUOUS)
    return _login(login, hosts, more, _LAST_AT)


def _are_hosts(text: str) -> bool:
    try:
        return all(_HOST_NAME.fullmatch(host.name) for host in split_hosts(text))
    except Malformed:
        return False


def _login(login: str, hosts: str, more: str, *assumed: str) -> Login:
    user, colon, secret = login.partition(":")
    path, _, query = more.partition("?")
    if not colon:
        return Login(user, None, hosts, path, query, assumed)
    password, is_raw = _decoded_password(secret)
    told = [*assumed, *([_LAST_AT] if "@" in secret else []), *([_RAW_PERCENT] if is_raw else [])]
    return Login(user, password, hosts, path, query, tuple(told))


def _decoded_password(secret: str) -> tuple[str, bool]:
    """The password, and whether its % signs are no escapes."""
    try:
        plain = unquote_to_bytes(secret.encode()).decode()
        decoded(secret)
    except (UnicodeError, Malformed):
        return secret, "%" in secret
    return plain, False


def readable(text: str, *, plus: bool = False) -> str:
    """`text` without its percent escapes, or as it is where they are none."""
    try:
        return decoded(text.replace("+", " ") if plus else text)
    except Malformed:
        return text
