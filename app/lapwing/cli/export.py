"""`lapwing export` and its options, declared for typer. What it needs is imported when it runs."""

import os
from typing import Annotated, Any

import typer

from lapwing.cli.errors import UsageWrong
from lapwing.domain.transfer import BinaryAs, ExportFormat, LineEnd, NumbersAs

_COMMAND = "lapwing export"


def export(
    output: Annotated[str, typer.Option("--output", metavar="F", help="The file to write.")],
    context: typer.Context,
    sql: Annotated[
        str, typer.Argument(metavar="SQL", help="A statement that only reads; `-` reads it from standard input.")
    ] = "",
    table: Annotated[str, typer.Option("--table", metavar="NAME", help="All rows of a table or view instead.")] = "",
    schema: Annotated[str, typer.Option("--schema", metavar="NAME", help="Where that table is.")] = "",
    url: Annotated[str, typer.Option("--url", help="Where from: driver://..., or the path of a SQLite file.")] = "",
    connection: Annotated[str, typer.Option("--connection", metavar="NAME", help="A saved connection.")] = "",
    output_format: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="NAME",
            help=f"{', '.join(ExportFormat)}, or one of a plugin; by the file's name when left out.",
        ),
    ] = "",
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace the file when there is one.")] = False,
    header: Annotated[
        bool | None, typer.Option("--header/--no-header", help="(csv, tsv, xlsx) Names of columns first.")
    ] = None,
    delimiter: Annotated[
        str | None, typer.Option("--delimiter", metavar="C", help="(csv) Between values; \\t is a tab.")
    ] = None,
    quote: Annotated[str | None, typer.Option("--quote", metavar="C", help="(csv) Around values.")] = None,
    quote_all: Annotated[bool, typer.Option("--quote-all", help="(csv) Around every value but NULL.")] = False,
    null_text: Annotated[str | None, typer.Option("--null-text", metavar="TEXT", help="(csv) Stands for NULL.")] = None,
    line_end: Annotated[LineEnd | None, typer.Option("--line-end", help="(csv, tsv)")] = None,
    encoding: Annotated[str | None, typer.Option("--encoding", metavar="NAME", help="(csv, tsv)")] = None,
    byte_order_mark: Annotated[
        bool, typer.Option("--byte-order-mark", help="(csv, tsv) Mark UTF-8, as Excel wants it.")
    ] = False,
    guard_formulas: Annotated[
        bool, typer.Option("--guard-formulas", help="(csv) Keep spreadsheets from taking texts for formulas.")
    ] = False,
    numbers: Annotated[NumbersAs | None, typer.Option("--numbers", help="(json, ndjson)")] = None,
    binary: Annotated[BinaryAs | None, typer.Option("--binary", help="How bytes are written; not of sql.")] = None,
    dialect: Annotated[str | None, typer.Option("--dialect", metavar="NAME", help="(sql) Whose SQL.")] = None,
    into: Annotated[
        str | None, typer.Option("--into", metavar="NAME", help="(sql) The table to insert into, as SQL writes it.")
    ] = None,
    rows_per_statement: Annotated[
        int | None, typer.Option("--rows-per-statement", min=1, max=10_000, metavar="N", help="(sql)")
    ] = None,
    progress: Annotated[
        bool | None, typer.Option("--progress/--no-progress", help="Say how far it is; by itself on terminals.")
    ] = None,
    password_env: Annotated[
        str, typer.Option("--password-env", metavar="NAME", help="The variable that holds the server's password.")
    ] = "",
    passphrase_env: Annotated[
        str, typer.Option("--passphrase-env", metavar="NAME", help="The variable that opens the file of passwords.")
    ] = "",
    param: Annotated[
        list[str] | None, typer.Option("--param", metavar="NAME[:KIND]=VALUE", help="The value of a parameter.")
    ] = None,
    null: Annotated[list[str] | None, typer.Option("--null", metavar="NAME", help="A parameter that is NULL.")] = None,
    param_env: Annotated[
        list[str] | None, typer.Option("--param-env", metavar="NAME[:KIND]=VARIABLE", help="The variable of a value.")
    ] = None,
) -> int:
    """Write the rows of a statement or a table to a file.

    The file appears when it is whole. It is read in constant memory, on a session that only reads.
    """
    from lapwing.cli.export_run import ExportOptions, run_export, write_options
    from lapwing.cli.parameters import given_parameters

    if context.args:
        raise UsageWrong(reason="The SQL has to be one argument: put it in quotes.", command=_COMMAND)
    given: dict[str, Any] = {
        "header": header,
        "delimiter": "\t" if delimiter == "\\t" else delimiter,
        "quote": quote,
        "quote_all": quote_all or None,
        "null_text": null_text,
        "line_end": line_end,
        "encoding": encoding,
        "byte_order_mark": byte_order_mark or None,
        "guard_formulas": guard_formulas or None,
        "numbers": numbers,
        "binary": binary,
        "dialect": dialect,
        "table": into,
        "rows_per_statement": rows_per_statement,
    }
    name, options = write_options(output, output_format, given)
    parameters = given_parameters(param or (), null or (), param_env or (), os.environ)
    where = (url, connection, password_env, passphrase_env)
    return run_export(ExportOptions(sql, schema, table, *where, name, options, output, overwrite, parameters, progress))
