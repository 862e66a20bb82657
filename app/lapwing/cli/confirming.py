"""Confirming on a terminal what a connection wants to be confirmed before it is sent."""

import sys
from typing import Final

from lapwing.cli.passwords import can_ask
from lapwing.domain.connections import Confirmation
from lapwing.domain.environments import ConfirmationNeeded
from lapwing.domain.visible import visible_text

_YES: Final = {"y", "yes"}
_LONGEST: Final = 4_096


def confirm(needed: ConfirmationNeeded) -> Confirmation:
    """Ask the person; how far they confirmed it.

    Raises:
        ConfirmationNeeded: Nobody can be asked, or they did not want it.
    """
    level = Confirmation(str(needed.facts["needed"]))
    if not can_ask():
        raise needed
    connection, environment, name = (
        visible_text(str(needed.facts[key])) for key in ("connection", "environment", "name")
    )
    place = f"{connection} ({environment})" if environment else connection
    if level is Confirmation.NAME:
        asked = f"This drops or empties something on {place}, or changes every row. Type {name} to go on: "
        is_meant = _answer(asked) in {str(needed.facts["name"]), name}
    else:
        asked = f"This may change data or definitions on {place}. Go on? [y/N] "
        is_meant = _answer(asked).lower() in _YES
    if not is_meant:
        raise needed
    return level


def _answer(asked: str) -> str:
    """A line from the terminal, also where standard input is something else."""
    print(asked, end="", file=sys.stderr, flush=True)
    if sys.stdin.isatty():
        return sys.stdin.readline(_LONGEST).strip()
    with open("/dev/tty", encoding="utf-8") as terminal:
        return terminal.readline(_LONGEST).strip()
