"""`lapwing service ...`: the commands and their options for typer. What one needs is imported when it runs."""

from typing import Annotated, Final

import typer

from lapwing.formats.registry import FormatName

COMMANDS: Final = ("list", "start", "stop", "restart", "log")
_SERVICE: Final = "A service, as `lapwing service list` names it."

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, add_completion=False)


@app.callback()
def service() -> None:
    """What goes on though nobody asks: list, start, stop, restart, log.

    Services run in the engine of an open window, not in this command. What is started or stopped here is kept, and the
    engine that runs follows at once; where none does, the next one does.
    """


@app.command("list")
def list_(
    output_format: Annotated[FormatName, typer.Option("--format", help="How they are written.")] = FormatName.TABLE,
) -> int:
    """List the services: state, health, error, and which engine does them."""
    from lapwing.cli.service.asking import run_list

    return run_list(output_format)


@app.command()
def start(service_id: Annotated[str, typer.Argument(metavar="SERVICE", help=_SERVICE)]) -> int:
    """Have a service run from now on; one that waits after a failure is started at once."""
    from lapwing.cli.service.asking import run_choice

    return run_choice("start", service_id)


@app.command()
def stop(service_id: Annotated[str, typer.Argument(metavar="SERVICE", help=_SERVICE)]) -> int:
    """Stop a service, until somebody starts it."""
    from lapwing.cli.service.asking import run_choice

    return run_choice("stop", service_id)


@app.command()
def restart(service_id: Annotated[str, typer.Argument(metavar="SERVICE", help=_SERVICE)]) -> int:
    """Stop a service and start it again."""
    from lapwing.cli.service.asking import run_choice

    return run_choice("restart", service_id)


@app.command()
def log(
    service_id: Annotated[str, typer.Argument(metavar="SERVICE", help=_SERVICE)],
    output_format: Annotated[FormatName, typer.Option("--format", help="How it is written.")] = FormatName.TABLE,
) -> int:
    """Show the last lines that engines wrote about a service."""
    from lapwing.cli.service.asking import run_log

    return run_log(service_id, output_format)
