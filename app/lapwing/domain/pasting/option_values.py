"""Values of options, from the words of other programs into ours."""

import math
import re
from typing import Final

from lapwing.domain.pasting.names import normal

_DURATION: Final = re.compile(r"([0-9]{1,9}(?:\.[0-9]{1,9})?)\s*(ms|s|m|)")
_UNIT_S: Final = {"ms": 0.001, "s": 1.0, "m": 60.0}
_BREAKS: Final = re.compile(r"([\\\s])")
_ESCAPE: Final = r"\\\1"
_MYSQL_CHARSET: Final = re.compile(r"utf8(?:mb[34])?")
_MYSQL_COLLATION: Final = re.compile(r"(?:utf8mb4|uca1400)_\w{1,60}", re.ASCII)
_ENCODINGS: Final = {"utf8": "UTF8", "unicode": "UTF8", "auto": "auto", "sqlascii": "SQL_ASCII"}
"""Text comes as UTF-8 from every server, or as it is stored; other encodings would have no effect."""
_YES: Final = frozenset({"true", "1", "yes", "on", "readonly", "ro", "random"})
_NO: Final = frozenset({"false", "0", "no", "off", "readwrite", "rw", "rwc", "disable"})
_SESSION_KINDS: Final = {
    "any": "any", "readwrite": "read-write", "readonly": "read-only", "primary": "primary", "master": "primary",
    "secondary": "standby", "standby": "standby", "slave": "standby", "prefersecondary": "prefer-standby",
    "preferstandby": "prefer-standby", "preferslave": "prefer-standby", "preferprimary": "any",
}  # fmt: skip
"""libpq's `target_session_attrs`, pgjdbc's `targetServerType`, Npgsql's `Target Session Attributes`."""
_KEY_STORES: Final = (".jks", ".p12", ".pfx", ".pkcs12", ".jceks")


def option_value(name: str, value: str, *, in_ms: bool) -> str | None:
    """The value for one of our options; None when it says nothing that has an effect here."""
    if name in {"connect_timeout", "login_timeout", "busy_timeout"}:
        return _seconds(value, in_ms=in_ms, whole=name != "busy_timeout")
    if name in {"keepalives", "load_balance_hosts"}:
        yes, no = ("1", "0") if name == "keepalives" else ("random", "disable")
        return yes if value.lower() in _YES else no if value.lower() in _NO else None
    if name == "target_session_attrs":
        return _SESSION_KINDS.get(normal(value))
    if name in {"sslrootcert", "sslcert", "sslkey", "sslcrl"}:
        is_file = "-----BEGIN" not in value and not value.lower().endswith(_KEY_STORES)
        return value if is_file else None
    if name == "charset":
        return "utf8mb4" if _MYSQL_CHARSET.fullmatch(normal(value)) else None
    if name == "collation":
        return value if _MYSQL_COLLATION.fullmatch(value) else None
    if name == "client_encoding":
        return _ENCODINGS.get(normal(value))
    return value


def is_yes(value: str) -> bool:
    """Whether a switch such as `read_only` is on."""
    return normal(value) in _YES


def _seconds(value: str, *, in_ms: bool, whole: bool) -> str | None:
    found = _DURATION.fullmatch(value.strip().lower())
    if not found:
        return None
    seconds = float(found[1]) * _UNIT_S[found[2] or ("ms" if in_ms else "s")]
    return str(math.ceil(seconds)) if whole else f"{seconds:g}"


def run_time_options(parameters: dict[str, str]) -> str:
    r"""libpq's `options` that set run-time parameters; blanks and backslashes in values are escaped by backslashes."""
    return " ".join(f"-c {name}={_BREAKS.sub(_ESCAPE, value)}" for name, value in parameters.items())
