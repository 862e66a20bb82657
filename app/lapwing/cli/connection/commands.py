"""`lapwing connection ...`: the commands and their options for typer. What one needs is imported when it runs."""

from typing import Annotated, Final

import typer

from lapwing.cli.connection.ssh_options import (
    SshHost,
    SshJump,
    SshKeepAlive,
    SshKey,
    SshKnownHosts,
    SshNoConfig,
    SshOptions,
    SshPassword,
    SshPort,
    SshSecretEnv,
    SshUser,
)
from lapwing.cli.connection.traits import (
    ColorOption,
    CommitOption,
    ConfirmOption,
    EnvironmentName,
    Expires,
    History,
    Idle,
    Schemas,
    SqlInEventsOption,
    StartupFile,
    StartupSql,
    Traits,
    Verdict,
)
from lapwing.cli.exit_codes import EPILOG
from lapwing.cli.servers import ServerOptions
from lapwing.formats.registry import FormatName

COMMANDS: Final = ("list", "add", "edit", "test", "remove", "import", "export")

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, add_completion=False)

_DRIVER_HELP: Final = "postgresql, mysql (MariaDB too) or sqlite; the usual ports tell it as well."
_PLACE_HELP: Final = "Where its password is: keyring, file (encrypted), env:NAME, command:LINE, ask, or none."
_ENV_HELP: Final = "The variable that holds the server's password."
_FILE_HELP: Final = "The variable that holds the passphrase of the encrypted file of passwords."

Url = Annotated[str, typer.Option("--url", help="Where to: driver://user@host:port/database. No password in it.")]
DriverOption = Annotated[str, typer.Option("--driver", metavar="KIND", help=_DRIVER_HELP)]
Host = Annotated[str, typer.Option("--host", help="Its name or address, or the folder of its Unix socket.")]
Port = Annotated[int | None, typer.Option("--port", min=1, max=65_535, help="The usual one when left out.")]
Database = Annotated[str, typer.Option("--database", help="Its name; for SQLite the path of the file.")]
Username = Annotated[str, typer.Option("--username", help="Who logs in.")]
PasswordEnv = Annotated[str, typer.Option("--password-env", metavar="NAME", help=_ENV_HELP)]
PassphraseEnv = Annotated[str, typer.Option("--passphrase-env", metavar="NAME", help=_FILE_HELP)]


@app.callback()
def connection() -> None:
    """Saved connections: list, add, edit, test, remove, import, export."""


@app.command("list")
def list_(
    output_format: Annotated[FormatName, typer.Option("--format", help="How they are written.")] = FormatName.TABLE,
) -> int:
    """List the saved connections."""
    from lapwing.cli.connection.listing import run_list

    return run_list(output_format)


@app.command()
def add(
    name: Annotated[str, typer.Argument(metavar="NAME", help="What it is called.")],
    url: Url = "",
    driver: DriverOption = "",
    host: Host = "",
    port: Port = None,
    database: Database = "",
    username: Username = "",
    group: Annotated[str, typer.Option("--group", help="Which connections it stands with.")] = "",
    environment: EnvironmentName = None,
    read_only: Annotated[bool, typer.Option("--read-only", help="Let the server refuse changes.")] = False,
    commit: CommitOption = None,
    confirm: ConfirmOption = None,
    color: ColorOption = None,
    startup_sql: StartupSql = None,
    startup_file: StartupFile = None,
    schema: Schemas = None,
    history: History = None,
    idle_transaction: Idle = None,
    secret: Annotated[str, typer.Option("--secret", metavar="PLACE", help=_PLACE_HELP)] = "",
    secret_expires: Expires = None,
    sql_in_events: SqlInEventsOption = None,
    demand_verdict: Verdict = None,
    password_env: PasswordEnv = "",
    password_stdin: Annotated[
        bool, typer.Option("--password-stdin", help="Read the password from the first line of standard input.")
    ] = False,
    passphrase_env: PassphraseEnv = "",
    ssh_host: SshHost = "",
    ssh_port: SshPort = None,
    ssh_user: SshUser = "",
    ssh_key: SshKey = "",
    ssh_password: SshPassword = False,
    ssh_secret_env: SshSecretEnv = "",
    ssh_jump: SshJump = "",
    ssh_no_config: SshNoConfig = False,
    ssh_keep_alive: SshKeepAlive = None,
    ssh_known_hosts: SshKnownHosts = "",
) -> int:
    """Save a connection.

    A password given here is kept in the keyring, or in the encrypted file with `--secret file`; with either of them and
    no other option it is asked for. It is never taken from an argument. With --ssh-host the connection goes through an
    SSH tunnel.
    """
    from lapwing.cli.connection.saving import AddOptions, run_add

    server = ServerOptions(driver, host, port, database, username)
    ssh = SshOptions(
        ssh_host,
        ssh_port,
        ssh_user,
        ssh_key,
        ssh_password,
        ssh_secret_env,
        ssh_jump,
        ssh_no_config,
        ssh_keep_alive,
        ssh_known_hosts,
    )
    traits = Traits(
        environment,
        commit,
        confirm,
        color,
        startup_sql,
        startup_file,
        schema,
        history,
        idle_transaction,
        secret_expires,
        sql_in_events,
        demand_verdict,
    )
    return run_add(
        AddOptions(
            name, url, server, group, read_only, secret, password_env, password_stdin, passphrase_env, ssh, traits
        )
    )


@app.command()
def edit(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A saved connection.")],
    new_name: Annotated[str | None, typer.Option("--name", help="Another name.")] = None,
    url: Annotated[str | None, typer.Option("--url", help="Where to, without a password.")] = None,
    group: Annotated[str | None, typer.Option("--group", help="Which connections it stands with; '' for none.")] = None,
    environment: EnvironmentName = None,
    read_only: Annotated[
        bool | None, typer.Option("--read-only/--no-read-only", help="Whether the server is to refuse changes.")
    ] = None,
    commit: CommitOption = None,
    confirm: ConfirmOption = None,
    color: ColorOption = None,
    startup_sql: StartupSql = None,
    startup_file: StartupFile = None,
    schema: Schemas = None,
    history: History = None,
    idle_transaction: Idle = None,
    secret: Annotated[str | None, typer.Option("--secret", metavar="PLACE", help=_PLACE_HELP)] = None,
    secret_expires: Expires = None,
    sql_in_events: SqlInEventsOption = None,
    demand_verdict: Verdict = None,
) -> int:
    """Change what is said of a saved connection; what is not named stays as it is.

    A kept password goes along where --secret names another place that keeps one.
    """
    from lapwing.cli.connection.editing import EditOptions, run_edit

    traits = Traits(
        environment,
        commit,
        confirm,
        color,
        startup_sql,
        startup_file,
        schema,
        history,
        idle_transaction,
        secret_expires,
        sql_in_events,
        demand_verdict,
    )
    return run_edit(EditOptions(name, new_name, url, group, read_only, secret, traits))


@app.command("test", epilog=EPILOG)
def try_(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A saved connection.")] = "",
    url: Url = "",
    driver: DriverOption = "",
    host: Host = "",
    port: Port = None,
    database: Database = "",
    username: Username = "",
    password_env: PasswordEnv = "",
    passphrase_env: PassphraseEnv = "",
    as_json: Annotated[bool, typer.Option("--json", help="Write one JSON object instead of lines.")] = False,
    accept_host_key: Annotated[
        str,
        typer.Option(
            "--accept-host-key",
            metavar="FINGERPRINT",
            help="Believe and remember an unknown SSH host key with this fingerprint (SHA256:...), and no other.",
        ),
    ] = "",
    ssh_host: SshHost = "",
    ssh_port: SshPort = None,
    ssh_user: SshUser = "",
    ssh_key: SshKey = "",
    ssh_password: SshPassword = False,
    ssh_secret_env: SshSecretEnv = "",
    ssh_jump: SshJump = "",
    ssh_no_config: SshNoConfig = False,
    ssh_keep_alive: SshKeepAlive = None,
    ssh_known_hosts: SshKnownHosts = "",
) -> int:
    """Connect, ask a first query, and disconnect; each phase with its time.

    The exit code tells which phase failed. Without NAME, --url and --host the variable LAPWING_URL says where to.
    """
    from lapwing.cli.connection.testing import TestOptions, run_test

    server = ServerOptions(driver, host, port, database, username)
    ssh = SshOptions(
        ssh_host,
        ssh_port,
        ssh_user,
        ssh_key,
        ssh_password,
        ssh_secret_env,
        ssh_jump,
        ssh_no_config,
        ssh_keep_alive,
        ssh_known_hosts,
    )
    return run_test(TestOptions(name, url, server, password_env, passphrase_env, as_json, ssh, accept_host_key))


@app.command()
def remove(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A saved connection.")], passphrase_env: PassphraseEnv = ""
) -> int:
    """Forget a connection and its password. What it leads to is not touched."""
    from lapwing.cli.connection.saving import run_remove

    return run_remove(name, passphrase_env)


@app.command("import")
def import_(
    path: Annotated[
        str,
        typer.Argument(
            metavar="FILE",
            help="A data-sources.json of DBeaver, servers exported by pgAdmin, .pgpass, my.cnf, settings.json of Azure "
            "Data Studio, or a list that Lapwing exported.",
        ),
    ],
    only_show: Annotated[bool, typer.Option("--show", help="Show what is in it, and add nothing.")] = False,
    output_format: Annotated[FormatName, typer.Option("--format", help="How they are written.")] = FormatName.TABLE,
) -> int:
    """Add connections from a file of another program. Passwords stay where they are.

    Those that are saved already are left out.
    """
    from lapwing.cli.connection.moving import run_import

    return run_import(path, output_format, only_show=only_show)


@app.command()
def export(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[NAME]...", help="Saved connections; all by default.")
    ] = None,
    output: Annotated[
        str, typer.Option("--output", metavar="FILE", help="Write to a file instead of the screen.")
    ] = "",
) -> int:
    """Write connections as text without secrets, to keep it in git or to hand it to others."""
    from lapwing.cli.connection.moving import run_export

    return run_export(names or [], output)
