"""`lapwing import` and its options, declared for typer. What it needs is imported when it runs."""

from typing import Annotated

import typer


def import_(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The file whose rows are inserted.")],
    table: Annotated[str, typer.Option("--table", metavar="NAME", help="The table that they go into.")],
    schema: Annotated[str, typer.Option("--schema", metavar="NAME", help="Where that table is.")] = "",
    url: Annotated[str, typer.Option("--url", help="Where to: driver://..., or the path of a SQLite file.")] = "",
    connection: Annotated[str, typer.Option("--connection", metavar="NAME", help="A saved connection.")] = "",
    input_format: Annotated[
        str, typer.Option("--format", metavar="NAME", help="How the file is read; by its name when left out.")
    ] = "",
    create: Annotated[bool, typer.Option("--create", help="Make the table.")] = False,
    mapped: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="A=B", help="Column A of the file goes into B; may be repeated."),
    ] = None,
    skip: Annotated[
        list[str] | None, typer.Option("--skip", metavar="A", help="Leave out column A of the file; may be repeated.")
    ] = None,
    yes: Annotated[
        bool, typer.Option("--yes", help="Confirm what the connection wants to be confirmed before it is sent.")
    ] = False,
    progress: Annotated[
        bool | None, typer.Option("--progress/--no-progress", help="Say how far it is; by itself on terminals.")
    ] = None,
    password_env: Annotated[
        str, typer.Option("--password-env", metavar="NAME", help="The variable that holds the server's password.")
    ] = "",
    passphrase_env: Annotated[
        str, typer.Option("--passphrase-env", metavar="NAME", help="The variable that opens the file of passwords.")
    ] = "",
) -> int:
    """Insert the rows of a file into a table, all or none.

    Files are read by plugins. Columns go into those of the same name.
    """
    from lapwing.cli.file_import_run import ImportOptions, run_import
    from lapwing.domain.connections import Confirmation

    confirmed = Confirmation.NAME if yes else Confirmation.NONE
    where = (url, connection, password_env, passphrase_env)
    return run_import(
        ImportOptions(
            file,
            schema,
            table,
            *where,
            input_format,
            create,
            tuple(mapped or ()),
            tuple(skip or ()),
            confirmed,
            progress,
        )
    )
