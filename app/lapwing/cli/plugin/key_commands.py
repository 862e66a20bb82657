"""`lapwing plugin key ...`: the commands and their options for typer. What one needs is imported when it runs."""

from typing import Annotated, Final

import typer

from lapwing.formats.registry import FormatName

COMMANDS: Final = ("list", "add", "remove", "revoke", "restore")

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, add_completion=False)
_Key = Annotated[str, typer.Argument(metavar="KEY", help="Its name, or SHA256:...")]


@app.command("list")
def list_(
    output_format: Annotated[FormatName, typer.Option("--format", help="How they are written.")] = FormatName.TABLE,
) -> int:
    """List the keys that you trust, and those that were revoked."""
    from lapwing.cli.plugin.keys import run_list

    return run_list(output_format)


@app.command()
def add(
    key: Annotated[str, typer.Argument(metavar="KEY", help="A .pub file, its content, or SHA256:... with --from.")],
    name: Annotated[str, typer.Option("--name", help="What you call it.")],
    source: Annotated[str, typer.Option("--from", metavar="PATH", help="A package or index that it signed.")] = "",
) -> int:
    """Trust what a key signs, from now on."""
    from lapwing.cli.plugin.keys import run_add

    return run_add(key, name, source)


@app.command()
def remove(key: _Key) -> int:
    """Trust a key no more; what was installed stays, and counts as unsigned."""
    from lapwing.cli.plugin.keys import run_remove

    return run_remove(key)


@app.command()
def revoke(key: _Key, reason: Annotated[str, typer.Option("--reason", help="Why, for the next time.")] = "") -> int:
    """Install and run nothing that a key signed: it was lost, or is in wrong hands."""
    from lapwing.cli.plugin.keys import run_revoke

    return run_revoke(key, reason)


@app.command()
def restore(key: _Key) -> int:
    """Take back that you revoked a key. It is not trusted by that."""
    from lapwing.cli.plugin.keys import run_restore

    return run_restore(key)
