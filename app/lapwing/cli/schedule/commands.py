"""`lapwing schedule ...`: the commands and their options for typer. What one needs is imported when it runs."""

from typing import Annotated, Final

import typer

from lapwing.formats.registry import FormatName

COMMANDS: Final = ("list", "add", "remove", "enable", "disable", "run", "runs", "next")
_WHEN: Final = "A cron expression, `every 15 min`, or `at 2026-12-24 18:00`."
Formats = Annotated[FormatName, typer.Option("--format", help="How they are written.")]
Name = Annotated[str, typer.Argument(metavar="NAME", help="A schedule, as `lapwing schedule list` names it.")]
Zone = Annotated[
    str, typer.Option("--zone", metavar="ZONE", help="By the clocks of this time zone; else those of this computer.")
]

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, add_completion=False)


@app.callback()
def schedule() -> None:
    """Events at their times: list, add, remove, enable, disable, run, runs, next.

    Schedules are run by the engine of an open window. Each tells an event `workflow.NAME`, which webhooks and plugins
    hear.
    """


@app.command("list")
def list_(output_format: Formats = FormatName.TABLE) -> int:
    """List the schedules with their next times and last runs."""
    from lapwing.cli.schedule.listing import run_list

    return run_list(output_format)


@app.command()
def add(
    name: Annotated[str, typer.Argument(metavar="NAME", help="What it is called; one of that name is replaced.")],
    when: Annotated[str, typer.Argument(metavar="TIMES", help=_WHEN)],
    workflow: Annotated[
        str, typer.Option("--workflow", metavar="NAME", help="It tells the event workflow.NAME; else of its own name.")
    ] = "",
    data: Annotated[
        str, typer.Option("--data", metavar="JSON", help="What the event holds: an object; `-` reads standard input.")
    ] = "{}",
    zone: Zone = "",
    missed: Annotated[
        str, typer.Option("--missed", metavar="HOW", help="Times while nothing ran: skip them, or run once.")
    ] = "skip",
    overlap: Annotated[
        str,
        typer.Option("--overlap", metavar="HOW", help="A time while the run before goes on: refuse it, or queue it."),
    ] = "refuse",
    disabled: Annotated[bool, typer.Option("--disabled", help="Add it switched off.")] = False,
) -> int:
    """Add a schedule, and say when it is next."""
    from lapwing.cli.schedule.changing import AddOptions, run_add

    return run_add(AddOptions(name, when, workflow, data, zone, missed, overlap, enabled=not disabled))


@app.command()
def remove(name: Name) -> int:
    """Remove a schedule and what is known of its runs."""
    from lapwing.cli.schedule.changing import run_remove

    return run_remove(name)


@app.command()
def enable(name: Name) -> int:
    """Switch a schedule on.

    What would have come while it was off is not made up for.
    """
    from lapwing.cli.schedule.changing import run_switch

    return run_switch(name, enabled=True)


@app.command()
def disable(name: Name) -> int:
    """Switch a schedule off."""
    from lapwing.cli.schedule.changing import run_switch

    return run_switch(name, enabled=False)


@app.command()
def run(
    name: Name,
    wait: Annotated[float, typer.Option("--wait", min=0, metavar="SECONDS", help="How long to wait for its end.")] = 60,
) -> int:
    """Run a schedule now.

    Writes what subscribers answered; the exit code is 1 where one of them failed.
    """
    from lapwing.cli.schedule.running import run_now

    return run_now(name, wait)


@app.command()
def runs(
    name: Name,
    limit: Annotated[int, typer.Option("--limit", min=1, max=500, metavar="N", help="At most so many.")] = 50,
    output_format: Formats = FormatName.TABLE,
) -> int:
    """List what came of a schedule, the latest first."""
    from lapwing.cli.schedule.listing import run_runs

    return run_runs(name, limit, output_format)


@app.command("next")
def next_(
    times: Annotated[str, typer.Argument(metavar="TIMES", help=f"The name of a schedule. {_WHEN}")],
    zone: Zone = "",
    count: Annotated[int, typer.Option("--count", min=1, max=100, metavar="N", help="How many.")] = 5,
) -> int:
    """Write the next times of a schedule, or of any times.

    They are written each on a line.
    """
    from lapwing.cli.schedule.listing import run_next

    return run_next(times, zone, count)
