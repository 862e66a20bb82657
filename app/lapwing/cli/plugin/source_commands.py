"""`lapwing plugin source ...`: the commands and their options for typer. What one needs is imported when it runs."""

from typing import Annotated, Final

import typer

from lapwing.formats.registry import FormatName

COMMANDS: Final = ("list", "add", "remove", "on", "off", "make")

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, add_completion=False)
_Format = Annotated[FormatName, typer.Option("--format", help="How they are written.")]
_Place = Annotated[str, typer.Argument(metavar="PLACE", help="An index as `lapwing plugin source list` shows it.")]
_Switched = Annotated[str, typer.Argument(metavar="PLACE", help="An index; `lapwing` is the one that comes with it.")]


@app.command("list")
def list_(output_format: _Format = FormatName.TABLE) -> int:
    """List the indexes, with what became of them when they were asked last, and the places of Python packages."""
    from lapwing.cli.plugin.sources import run_list

    return run_list(output_format)


@app.command()
def add(
    place: Annotated[str, typer.Argument(metavar="PLACE", help="Of an index: https://... or the path of a file.")],
    key: Annotated[
        str, typer.Option("--key", metavar="SHA256:...", help="The key that signs it, as its owner tells it.")
    ] = "",
    name: Annotated[str, typer.Option("--name", help="What you call it.")] = "",
    wheels: Annotated[
        bool, typer.Option("--wheels", help="PLACE has Python packages: a folder of wheels, or a PEP 503 index.")
    ] = False,
) -> int:
    """Look for plugins in an index from now on. Only what is signed by the key that you compared counts."""
    from lapwing.cli.plugin.sources import run_add, run_add_wheels

    return run_add_wheels(place) if wheels else run_add(place, key, name)


@app.command()
def remove(place: _Place) -> int:
    """Look there no more. What was installed from it stays."""
    from lapwing.cli.plugin.sources import run_remove

    return run_remove(place)


@app.command()
def on(place: _Switched) -> int:
    """Ask an index again."""
    from lapwing.cli.plugin.sources import run_switch

    return run_switch(place, is_on=True)


@app.command()
def off(place: _Switched) -> int:
    """Do not ask an index for now. The one that comes with Lapwing can only be switched off."""
    from lapwing.cli.plugin.sources import run_switch

    return run_switch(place, is_on=False)


@app.command()
def make(
    folder: Annotated[str, typer.Argument(metavar="FOLDER", help="A folder with .zip, .whl and .py packages.")],
    key: Annotated[str, typer.Option("--key", metavar="FILE", help="The private key that signs it, ed25519 in PEM.")],
    valid: Annotated[
        str, typer.Option("--valid", metavar="TIME", help="For how long it vouches for them, such as 90d; 0: for ever.")
    ] = "90d",
    revoke: Annotated[
        list[str] | None,
        typer.Option("--revoke", metavar="SHA256:...", help="A key by which nothing is to be signed any more."),
    ] = None,
    passphrase_env: Annotated[
        str, typer.Option("--passphrase-env", metavar="NAME", help="The variable that holds the key's passphrase.")
    ] = "",
) -> int:
    """Write a signed index of the packages in a folder, for who gives plugins to others."""
    from lapwing.cli.plugin.signing import run_make_index

    return run_make_index(folder, key, valid, tuple(revoke or ()), passphrase_env)
