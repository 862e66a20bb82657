"""How a connection is opened and how many sessions of Lapwing's own it has: settings, and options of its URL."""

import dataclasses
from typing import Final

from lapwing.domain.connections import Target
from lapwing.domain.errors import OptionInvalid
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.targets import shown_target
from lapwing.settings.declared import FIELDS, Settings
from lapwing.settings.store import read_settings

_CONNECT_TIMEOUT: Final = "connect_timeout"
_WITHOUT_TIMEOUT: Final = {"sqlite", "generic"}
"""Drivers that connect to nothing, or whose options are not ours."""
_YES: Final = {"1", "true", "yes", "on"}
_NO: Final = {"0", "false", "no", "off"}


@dataclass(frozen=True, slots=True)
class PoolSettings:
    """The values in force for one connection. Each has the name of its setting, whose bounds and meaning it shares.

    An option of the URL has the same name without `_s`, and is in seconds as well.
    """

    connect_timeout_s: int
    retry_attempts: int
    retry_delay_s: int
    auto_reconnect: bool
    idle_transaction_s: int
    history: bool
    pool_min: int
    pool_max: int
    pool_overflow: int
    pool_recycle_s: int
    pool_idle_timeout_s: int
    pool_health_check_s: int


_SETTINGS: Final = {field.name.removesuffix("_s"): field.name for field in dataclasses.fields(PoolSettings)}
"""Option to setting."""


def pool_settings(target: Target, idle_transaction_s: int | None = None) -> tuple[PoolSettings, Target]:
    """What the target's options say, or else the settings; and the target without these options.

    Where its environment has a limit for idle transactions, `idle_transaction_s` goes before the setting.

    `connect_timeout` stays with targets of servers: their drivers know it too, and other places that may say it.

    Raises:
        OptionInvalid: One is not of its kind, or out of bounds.
    """
    settings = read_settings()
    values = {name: getattr(settings, name) for name in _SETTINGS.values()}
    if idle_transaction_s is not None:
        values["idle_transaction_s"] = idle_transaction_s
    given, rest = _taken_out(target)
    for option, text in given.items():
        read = _yes_or_no if isinstance(values[_SETTINGS[option]], bool) else _whole
        try:
            values[_SETTINGS[option]] = read(option, text)
        except ValueError as error:
            raise _refusal(target, option, str(error)) from error
    found = PoolSettings(**values)
    if found.pool_min > found.pool_max and "pool_min" in given:
        raise _refusal(target, "pool_min", f"it must not be above pool_max, which is {found.pool_max}.")
    if "connect_timeout" not in given and found.connect_timeout_s != Settings().connect_timeout_s:
        rest = _with_connect_timeout(rest, found.connect_timeout_s)
    return found, rest


def _with_connect_timeout(target: Target, seconds: int) -> Target:
    if target.driver in _WITHOUT_TIMEOUT:
        return target
    return dataclasses.replace(target, options={**target.options, _CONNECT_TIMEOUT: str(seconds)})


def _taken_out(target: Target) -> tuple[dict[str, str], Target]:
    """Our options, and the target without them. A generic target has its options in its URL, which is its database."""
    if target.driver == "generic":
        return _taken_out_of_url(target)
    given = {name: text for name, text in target.options.items() if name in _SETTINGS}
    keep = set() if target.driver in _WITHOUT_TIMEOUT else {_CONNECT_TIMEOUT}
    rest = {name: text for name, text in target.options.items() if name not in given or name in keep}
    return given, dataclasses.replace(target, options=rest)


def _taken_out_of_url(target: Target) -> tuple[dict[str, str], Target]:
    before, _, query = target.database.partition("?")
    parts = [part.partition("=") for part in query.split("&") if part]
    given = {name: text for name, _, text in parts if name in _SETTINGS and name != _CONNECT_TIMEOUT}
    kept = "&".join(name + equals + text for name, equals, text in parts if name not in given)
    url = f"{before}?{kept}" if kept else before
    return given, dataclasses.replace(target, database=url) if given else target


def _whole(option: str, text: str) -> int:
    facts = FIELDS[_SETTINGS[option]]
    assert facts.low is not None, option
    assert facts.high is not None, option
    if not (text.isascii() and text.isdigit() and len(text) < 10 and facts.low <= int(text) <= facts.high):
        raise ValueError(f"it must be a whole number from {facts.low} to {facts.high}, not {text[:40]!r}.")
    return int(text)


def _yes_or_no(_option: str, text: str) -> bool:
    if text.lower() not in _YES | _NO:
        raise ValueError(f"it must be 1 or 0, not {text[:40]!r}.")
    return text.lower() in _YES


def _refusal(target: Target, option: str, reason: str) -> OptionInvalid:
    return OptionInvalid(option=option, connection=shown_target(target), reason=reason, server="")
