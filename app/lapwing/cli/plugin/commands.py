"""`lapwing plugin ...`: the commands and their options for typer. What one needs is imported when it runs."""

from typing import Annotated, Final

import typer

from lapwing.cli.plugin.key_commands import app as key_app
from lapwing.cli.plugin.source_commands import app as source_app
from lapwing.formats.registry import FormatName

COMMANDS: Final = (
    *("list", "status", "index", "install", "update", "remove", "enable", "disable", "new", "sign", "verify"),
    *("source", "key"),
)

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, add_completion=False)
_Id = Annotated[str, typer.Argument(metavar="NAME", help="A plugin's id, as `lapwing plugin list` shows it.")]
_Format = Annotated[FormatName, typer.Option("--format", help="How they are written.")]
_Yes = Annotated[bool, typer.Option("--yes", help="Agree to the permissions without being asked.")]
_Wheels = Annotated[
    list[str] | None,
    typer.Option("--wheels", metavar="PLACE", help="Where required packages are: a folder or a PEP 503 URL."),
]
_Passphrase = Annotated[
    str, typer.Option("--passphrase-env", metavar="NAME", help="The variable that holds the passphrase of the key.")
]

app.add_typer(source_app, name="source", help="Where plugins, and the Python packages that they require, are found.")
app.add_typer(key_app, name="key", help="The keys whose signatures count, and those that were revoked.")


@app.callback()
def plugin() -> None:
    """Plugins: list, install, update, remove, make and sign them."""


@app.command("list")
def list_(output_format: _Format = FormatName.TABLE) -> int:
    """List the plugins: version, where they are from, whether they are enabled, and what keeps them off."""
    from lapwing.cli.plugin.listing import run_list

    return run_list(output_format)


@app.command()
def status(plugin_id: _Id) -> int:
    """Say what a plugin is, what it may do, and how it is."""
    from lapwing.cli.plugin.listing import run_status

    return run_status(plugin_id)


@app.command()
def index(
    place: Annotated[str, typer.Option("--place", help="An index by path or URL; else those that are known.")] = "",
    output_format: _Format = FormatName.TABLE,
) -> int:
    """List what can be installed from indexes."""
    from lapwing.cli.plugin.listing import run_index

    return run_index(place, output_format)


@app.command()
def install(
    packages: Annotated[
        list[str], typer.Argument(metavar="PATH...", help="A folder, .py, .zip or .whl; or index:NAME.")
    ],
    yes: _Yes = False,
    wheels: _Wheels = None,
    downgrade: Annotated[bool, typer.Option("--downgrade", help="Also an earlier version than the one there.")] = False,
    disabled: Annotated[bool, typer.Option("--disabled", help="Do not have it run yet.")] = False,
) -> int:
    """Install plugins, or put them in the place of the versions that are installed.

    What each is and may do is shown first, and nothing of it is run.
    """
    from lapwing.cli.plugin.changing import InstallOptions, run_install

    options = InstallOptions(tuple(wheels or ()), is_agreed=yes, allow_downgrade=downgrade, enable=not disabled)
    return run_install(tuple(packages), options)


@app.command()
def update(
    plugin_ids: Annotated[list[str] | None, typer.Argument(metavar="[NAME...]", help="All, when left out.")] = None,
    yes: _Yes = False,
    wheels: _Wheels = None,
) -> int:
    """Put later versions from indexes in the place of those that are installed."""
    from lapwing.cli.plugin.changing import InstallOptions, run_update

    return run_update(tuple(plugin_ids or ()), InstallOptions(tuple(wheels or ()), is_agreed=yes))


@app.command()
def remove(
    plugin_id: _Id,
    data: Annotated[bool, typer.Option("--data", help="Also its own files, settings and secrets.")] = False,
) -> int:
    """Remove a plugin; what it keeps stays, unless --data is given."""
    from lapwing.cli.plugin.changing import run_remove

    return run_remove(plugin_id, keep_data=not data)


@app.command()
def enable(plugin_id: _Id) -> int:
    """Have a plugin run from now on."""
    from lapwing.cli.plugin.changing import run_switch

    return run_switch("plugin.enable", plugin_id)


@app.command()
def disable(plugin_id: _Id) -> int:
    """Have a plugin run no more."""
    from lapwing.cli.plugin.changing import run_switch

    return run_switch("plugin.disable", plugin_id)


@app.command()
def new(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The id of the new plugin, such as `slow-queries`.")],
    folder: Annotated[str, typer.Option("--folder", help="Where it is made; if left out, a new folder NAME.")] = "",
) -> int:
    """Make the skeleton of a plugin, with tests that pass."""
    from lapwing.cli.plugin.making import run_new

    return run_new(name, folder)


@app.command()
def sign(
    package: Annotated[str, typer.Argument(metavar="PATH", help="A folder, .py, .zip or .whl.")],
    key: Annotated[str, typer.Option("--key", metavar="FILE", help="The private key, ed25519 in PEM.")],
    new_key: Annotated[bool, typer.Option("--new-key", help="Make that key first, and FILE.pub beside it.")] = False,
    passphrase_env: _Passphrase = "",
) -> int:
    """Sign a package, so that others can see that it is yours and unchanged."""
    from lapwing.cli.plugin.signing import run_sign

    return run_sign(package, key, passphrase_env, makes_key=new_key)


@app.command()
def verify(package: Annotated[str, typer.Argument(metavar="PATH", help="A folder, .py, .zip or .whl.")]) -> int:
    """Read a package without running it, and say who signed it; 1 when nobody did whom you trust."""
    from lapwing.cli.plugin.signing import run_verify

    return run_verify(package)
