"""`lapwing webhook ...`: the commands and their options for typer. What one needs is imported when it runs."""

import os
from typing import Annotated, Final

import typer

from lapwing.formats.registry import FormatName

COMMANDS: Final = (
    "list",
    "add",
    "import",
    "remove",
    "enable",
    "disable",
    "test",
    "secret",
    "rotate",
    "deliveries",
    "show",
    "resend",
)
app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, add_completion=False)
Formats = Annotated[FormatName, typer.Option("--format", help="How they are written.")]
Name = Annotated[str, typer.Argument(metavar="NAME", help="An endpoint, by its name.")]
PassphraseEnv = Annotated[
    str,
    typer.Option(
        "--passphrase-env",
        metavar="VARIABLE",
        help="The variable that holds the passphrase of the encrypted file of passwords.",
    ),
]
Secrets = Annotated[str, typer.Option("--secrets", metavar="keyring|file", help="Where its secrets are kept.")]
Private = Annotated[
    bool,
    typer.Option("--allow-private", help="It may lie on this machine or in a private network, without TLS there."),
]
Unsigned = Annotated[bool, typer.Option("--unsigned", help="Deliveries carry no signature.")]


@app.callback()
def webhook() -> None:
    """Tell events to other programs over HTTP: endpoints, and what was delivered to them.

    Deliveries are made by the engine of an open window, whichever program accepted them.
    """


@app.command("list")
def list_(output_format: Formats = FormatName.TABLE) -> int:
    """List the endpoints, and what waits for each."""
    from lapwing.cli.webhook.listing import run_list

    return run_list(output_format)


@app.command()
def add(
    name: Annotated[str, typer.Argument(metavar="NAME", help="What it is called.")],
    url: Annotated[str, typer.Argument(metavar="URL", help="Where to; `{secret}` stands for a part that is secret.")],
    events: Annotated[
        list[str] | None, typer.Option("--event", metavar="PATTERN", help="Such as query.*; may be repeated.")
    ] = None,
    connections: Annotated[
        list[str] | None,
        typer.Option("--connection", metavar="NAME", help="Only events of this saved connection; may be repeated."),
    ] = None,
    headers: Annotated[
        list[str] | None, typer.Option("--header", metavar="NAME=VALUE", help="No secret; may be repeated.")
    ] = None,
    header_envs: Annotated[
        list[str] | None,
        typer.Option("--header-env", metavar="NAME=VARIABLE", help="A header whose value, in a variable, is secret."),
    ] = None,
    url_secret_env: Annotated[
        str, typer.Option("--url-secret-env", metavar="VARIABLE", help="The variable that holds `{secret}` of the URL.")
    ] = "",
    timeout_ms: Annotated[int, typer.Option("--timeout", metavar="MS", help="For one attempt.")] = 10_000,
    retries: Annotated[int, typer.Option("--retries", metavar="N", help="Attempts behind the first one.")] = 5,
    payload: Annotated[
        str, typer.Option("--payload", metavar="lapwing|cloudevents|slack", help="The form of what is sent.")
    ] = "lapwing",
    unsigned: Unsigned = False,
    allow_private: Private = False,
    ca_file: Annotated[
        str, typer.Option("--ca-file", metavar="FILE", help="Certificates trusted beside the system's.")
    ] = "",
    proxy: Annotated[
        str, typer.Option("--proxy", metavar="URL", help="Of an HTTP proxy; the environment's are not used.")
    ] = "",
    secrets: Secrets = "keyring",
    passphrase_env: PassphraseEnv = "",
) -> int:
    """Add an endpoint, or replace the one of that name."""
    from lapwing.cli.webhook.saving import AddOptions, run_add

    options = AddOptions(
        name,
        url,
        tuple(events or ()),
        tuple(connections or ()),
        tuple(headers or ()),
        tuple(header_envs or ()),
        url_secret_env,
        timeout_ms,
        retries,
        payload,
        not unsigned,
        allow_private,
        ca_file,
        proxy,
        secrets,
        passphrase_env,
    )
    return run_add(options, os.environ)


@app.command("import")
def import_(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A configuration (JSON); `-` reads standard input.")],
    unsigned: Unsigned = False,
    allow_private: Private = False,
    secrets: Secrets = "keyring",
    passphrase_env: PassphraseEnv = "",
) -> int:
    """Take endpoints out of a configuration `{"webhooks": {"endpoints": [...]}}`.

    Values of headers such as Authorization are kept as secrets. Those whose name is there already are replaced.
    """
    from lapwing.cli.webhook.saving import run_import

    return run_import(file, secrets, passphrase_env, os.environ, signs=not unsigned, allows_private=allow_private)


@app.command()
def remove(name: Name, passphrase_env: PassphraseEnv = "") -> int:
    """Remove an endpoint with its secrets; what waits for it is given up."""
    from lapwing.cli.webhook.saving import run_remove

    return run_remove(name, passphrase_env, os.environ)


@app.command()
def enable(name: Name) -> int:
    """Have an endpoint told from now on, and of what waits for it."""
    from lapwing.cli.webhook.saving import run_switch

    return run_switch(name, enabled=True)


@app.command()
def disable(name: Name) -> int:
    """Have an endpoint told of nothing; what waits for it, waits."""
    from lapwing.cli.webhook.saving import run_switch

    return run_switch(name, enabled=False)


@app.command("test")
def try_(
    name: Name,
    event: Annotated[str, typer.Option("--event", metavar="TYPE", help="What is made up.")] = "query.completed",
    passphrase_env: PassphraseEnv = "",
) -> int:
    """Send a made-up event to an endpoint now, and say what came of it. The exit code is 1 when it was not taken."""
    from lapwing.cli.webhook.trying import run_test

    return run_test(name, event, passphrase_env, os.environ)


@app.command()
def secret(name: Name, passphrase_env: PassphraseEnv = "") -> int:
    """Write the secret by which the receiver checks signatures."""
    from lapwing.cli.webhook.trying import run_secret

    return run_secret(name, passphrase_env, os.environ)


@app.command()
def rotate(
    name: Name,
    keep_old: Annotated[
        float, typer.Option("--keep-old", metavar="HOURS", min=0, help="How long it is signed with the old one too.")
    ] = 24.0,
    passphrase_env: PassphraseEnv = "",
) -> int:
    """Give an endpoint a new signing secret, and write it."""
    from lapwing.cli.webhook.trying import run_rotate

    return run_rotate(name, keep_old, passphrase_env, os.environ)


@app.command()
def deliveries(
    endpoint: Annotated[str, typer.Option("--endpoint", metavar="NAME", help="Only those to this endpoint.")] = "",
    state: Annotated[
        str, typer.Option("--state", metavar="waiting|delivered|failed", help="Only those in this state.")
    ] = "",
    event: Annotated[str, typer.Option("--event", metavar="PATTERN", help="Only events such as query.*.")] = "",
    limit: Annotated[int, typer.Option("--limit", min=1, max=1_000, metavar="N", help="How many at most.")] = 100,
    output_format: Formats = FormatName.TABLE,
) -> int:
    """List deliveries, the latest first."""
    from lapwing.cli.webhook.listing import run_deliveries

    return run_deliveries(endpoint, state, event, limit, output_format)


@app.command()
def show(delivery: Annotated[int, typer.Argument(metavar="ID", help="A delivery.")]) -> int:
    """Write one delivery as JSON: what was sent, and each attempt with its answer. Secrets are masked."""
    from lapwing.cli.webhook.listing import run_show

    return run_show(delivery)


@app.command()
def resend(
    ids: Annotated[list[int] | None, typer.Argument(metavar="[ID...]", help="Deliveries.")] = None,
    failed: Annotated[bool, typer.Option("--failed", help="All that failed.")] = False,
    endpoint: Annotated[str, typer.Option("--endpoint", metavar="NAME", help="Of this endpoint.")] = "",
) -> int:
    """Have deliveries made again, with the same `webhook-id`."""
    from lapwing.cli.webhook.trying import run_resend

    return run_resend(tuple(ids or ()), endpoint, failed=failed)
