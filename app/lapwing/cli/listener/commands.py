"""`lapwing listener ...`: the commands and their options for typer. What one needs is imported when it runs."""

import os
from typing import Annotated, Final

import typer

from lapwing.domain.webhooks.inbox import Verdict
from lapwing.domain.webhooks.incoming import SigningScheme
from lapwing.formats.registry import FormatName

COMMANDS: Final = ("status", "configure", "services", "add", "rotate", "remove", "inbox", "body")
app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, add_completion=False)
Formats = Annotated[FormatName, typer.Option("--format", help="How they are written.")]
Name = Annotated[str, typer.Argument(metavar="NAME", help="A service, as it stands in its URL.")]
SecretEnv = Annotated[
    str, typer.Option("--secret-env", metavar="VARIABLE", help="The variable that holds the secret that it gave.")
]
PassphraseEnv = Annotated[
    str,
    typer.Option(
        "--passphrase-env",
        metavar="VARIABLE",
        help="The variable that holds the passphrase of the encrypted file of passwords.",
    ),
]


@app.callback()
def listener() -> None:
    """Take webhooks of other programs: services that may send, their secrets, and what came.

    The engine of an open window listens: `lapwing service start webhook-listener`.
    """


@app.command()
def status() -> int:
    """Say where the listener listens, and whether it answers. The exit code is 1 when it does not."""
    from lapwing.cli.listener.settings import run_status

    return run_status()


@app.command()
def configure(
    address: Annotated[
        str | None, typer.Option("--address", metavar="IP", help="Where to listen; 127.0.0.1 is for this machine only.")
    ] = None,
    port: Annotated[int | None, typer.Option("--port", min=0, max=65_535, help="0: any that is free.")] = None,
    hosts: Annotated[
        list[str] | None,
        typer.Option("--host", metavar="NAME", help="A name that it may be asked by, such as a tunnel's; repeatable."),
    ] = None,
    most_per_s: Annotated[
        int | None, typer.Option("--rate", min=1, help="Messages a second that are taken of one service.")
    ] = None,
    keep_days: Annotated[int | None, typer.Option("--keep-days", min=1, help="Days for which messages stay.")] = None,
    keep_mb: Annotated[int | None, typer.Option("--keep-mb", min=1, help="Megabytes of messages that stay.")] = None,
) -> int:
    """Change where the listener listens and how much it keeps; what is left out stays as it is."""
    from lapwing.cli.listener.settings import run_configure

    given = {
        "address": address,
        "port": port,
        "hosts": tuple(hosts) if hosts is not None else None,
        "most_per_s": most_per_s,
        "keep_days": keep_days,
        "keep_mb": keep_mb,
    }
    return run_configure({name: value for name, value in given.items() if value is not None})


@app.command()
def services(output_format: Formats = FormatName.TABLE) -> int:
    """List the services that may send: URL, scheme, secrets, and how much came."""
    from lapwing.cli.listener.services import run_services

    return run_services(output_format)


@app.command()
def add(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Lower-case letters, digits, dots, - and _.")],
    scheme: Annotated[
        SigningScheme, typer.Option("--scheme", help="How it signs; none only while the listener is on this machine.")
    ] = SigningScheme.GITHUB,
    secret_env: SecretEnv = "",
    secrets: Annotated[
        str, typer.Option("--secrets", metavar="keyring|file", help="Where its secrets are kept.")
    ] = "keyring",
    annotate: Annotated[bool, typer.Option("--annotate", help="Write what comes into the charts.")] = False,
    connection: Annotated[
        str, typer.Option("--connection", metavar="NAME", help="Whose charts; those of all when left out.")
    ] = "",
    passphrase_env: PassphraseEnv = "",
) -> int:
    """Listen to a service. Where no secret is given one is made, and written to standard output this once."""
    from lapwing.cli.listener.services import NewService, run_add

    options = NewService(name, scheme, secret_env, secrets, annotate, connection, passphrase_env)
    return run_add(options, os.environ)


@app.command()
def rotate(
    name: Name,
    secret_env: SecretEnv = "",
    overlap_hours: Annotated[
        float, typer.Option("--overlap", min=0, metavar="HOURS", help="How long the secret before is believed, too.")
    ] = 24.0,
    passphrase_env: PassphraseEnv = "",
) -> int:
    """Give a service a new secret. One that is made is written to standard output this once."""
    from lapwing.cli.listener.services import run_rotate

    return run_rotate(name, secret_env, overlap_hours, passphrase_env, os.environ)


@app.command()
def remove(name: Name, passphrase_env: PassphraseEnv = "") -> int:
    """Listen to a service no longer, and forget its secrets; what came of it is kept."""
    from lapwing.cli.listener.services import run_remove

    return run_remove(name, passphrase_env, os.environ)


@app.command()
def inbox(
    service: Annotated[str, typer.Option("--service", metavar="NAME", help="Only of this service.")] = "",
    verdicts: Annotated[
        list[Verdict] | None, typer.Option("--verdict", help="Only those with this verdict; may be repeated.")
    ] = None,
    text: Annotated[str, typer.Option("--text", help="Only those in whose event or line this stands.")] = "",
    limit: Annotated[int, typer.Option("--limit", min=1, max=1_000, help="How many, the newest first.")] = 100,
    output_format: Formats = FormatName.TABLE,
) -> int:
    """List what came, refused messages with their verdicts included."""
    from lapwing.cli.listener.messages import run_inbox

    return run_inbox(service, tuple(verdicts or ()), text, limit, output_format)


@app.command()
def body(entry_id: Annotated[str, typer.Argument(metavar="ID", help="A message, as the list names it.")]) -> int:
    """Write the body of a message as it came, and its headers to standard error."""
    from lapwing.cli.listener.messages import run_body

    return run_body(entry_id)
