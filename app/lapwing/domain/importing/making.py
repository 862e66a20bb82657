"""A candidate made of the fields that most programs have."""

import dataclasses

from lapwing.domain.connections import Environment, Target
from lapwing.domain.errors import LapwingError
from lapwing.domain.importing.candidates import Candidate
from lapwing.domain.ssh import SshTunnel
from lapwing.domain.urls import target_url


def candidate(
    name: str,
    target: Target,
    *,
    group: str = "",
    environment: str = Environment.NONE,
    asks: bool = True,
    notes: tuple[str, ...] = (),
    ssh: SshTunnel | None = None,
) -> Candidate:
    """A candidate that leads to a target, or one that says why it cannot be used."""
    try:
        url = target_url(dataclasses.replace(target, read_only=False))
    except LapwingError as error:
        return unusable(name, str(error), group=group)
    asks = asks and target.driver != "sqlite"
    return Candidate(name or _place(target), url, group, environment, target.read_only, asks, notes, ssh=ssh)


def unusable(name: str, why: str, *, group: str = "") -> Candidate:
    """One that is shown, but cannot be added."""
    return Candidate(name, group=group, notes=(why,))


def port_of(text: str) -> int | None:
    """A port as a number; None where none is given, or where it is none."""
    return int(text) if text.isdecimal() and 0 < int(text) < 65_536 else None


def _place(target: Target) -> str:
    return "/".join(part for part in (target.host, target.database) if part) or target.driver
