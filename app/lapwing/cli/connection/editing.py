"""`lapwing connection edit`: change what is said of a saved connection; what is not named stays."""

import dataclasses
from typing import Final

from lapwing.cli.caller import SilentCaller
from lapwing.cli.connection.saving import secret_place_of
from lapwing.cli.connection.traits import NO_TRAITS, Traits
from lapwing.cli.engine_run import run_in_engine
from lapwing.cli.errors import UsageWrong
from lapwing.cli.exit_codes import ExitCode
from lapwing.cli.messages import say
from lapwing.cli.passwords import Entered, with_answers
from lapwing.cli.places import find_place
from lapwing.cli.saved import saved_connection, saved_connections
from lapwing.domain.connections import Connection, SaveConnection
from lapwing.domain.errors import ConnectionExists
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.targets import shown_target
from lapwing.domain.urls import parse_url, target_url
from lapwing.engine.engine import Engine

_EDIT: Final = "lapwing connection edit"


@dataclass(frozen=True, slots=True)
class EditOptions:
    """What was typed; None where nothing was."""

    name: str
    new_name: str | None = None
    url: str | None = None
    group: str | None = None
    read_only: bool | None = None
    secret: str | None = None
    traits: Traits = NO_TRAITS


def run_edit(options: EditOptions) -> int:
    """Change a connection; returns the exit code.

    Raises:
        ConnectionUnknown: There is none of that name.
        LapwingError: What keeps it from being saved; then it is as it was.
    """
    if options.new_name is not None and not options.new_name.strip():
        raise UsageWrong(reason="A connection needs a name.", command=_EDIT)
    changed = with_answers(lambda entered: _edit(options, entered), Entered())
    say(f"{changed.name} is saved: {shown_target(parse_url(changed.url))}.")
    return ExitCode.OK


def _edit(options: EditOptions, entered: Entered) -> Connection:
    caller = SilentCaller()

    async def edit(engine: Engine) -> Connection:
        old = await saved_connection(engine, caller, options.name)
        changed = await options.traits.applied(_changed(old, options), engine, caller, _EDIT)
        names = {saved.name for saved in await saved_connections(engine, caller) if saved.id != old.id}
        if changed.name in names:
            raise ConnectionExists(connection=changed.name)
        await entered.tell(engine, old.id)
        await engine.serve(caller, "connection.save", SaveConnection(changed))
        return changed

    return run_in_engine(edit, caller)


def _changed(old: Connection, options: EditOptions) -> Connection:
    url = None
    if options.url is not None:
        url = target_url(parse_url(find_place(options.url, "", "", {}, _EDIT).url))
    place = secret_place_of(options.secret) if options.secret else None
    return dataclasses.replace(
        old,
        name=old.name if options.new_name is None else options.new_name,
        url=url or old.url,
        group=old.group if options.group is None else options.group,
        read_only=old.read_only if options.read_only is None else options.read_only,
        secret=place or old.secret,
    )
