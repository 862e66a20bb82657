"""`lapwing format` and its options, declared for typer. What it needs is imported when it runs."""

from dataclasses import replace
from typing import Annotated, Any

import typer

from lapwing.sql.formatting.options import Commas, FormatOptions, Indent, LetterCase


def format_(
    dialect: Annotated[
        str, typer.Option("--dialect", metavar="NAME", help="postgresql, mysql (also MariaDB), sqlite or ansi.")
    ],
    files: Annotated[
        list[str] | None, typer.Argument(metavar="FILE", help="What to format; none reads standard input.")
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit code 1 when a text is not formatted.")
    ] = False,
    in_place: Annotated[bool, typer.Option("--in-place", help="Write the files instead of standard output.")] = False,
    width: Annotated[
        int | None, typer.Option("--width", min=20, max=1_000, metavar="N", help="Columns of a line.")
    ] = None,
    indent: Annotated[Indent | None, typer.Option("--indent", help="One step of indentation.")] = None,
    commas: Annotated[Commas | None, typer.Option("--commas", help="Where commas stand in lists over lines.")] = None,
    keywords: Annotated[LetterCase | None, typer.Option("--keywords", help="Letters of keywords.")] = None,
    functions: Annotated[LetterCase | None, typer.Option("--functions", help="Letters of built-in functions.")] = None,
    types: Annotated[LetterCase | None, typer.Option("--types", help="Letters of types.")] = None,
) -> int:
    """Lay SQL out anew without changing its tokens.

    From files, or standard input, to standard output. What is not said is taken from the settings.
    """
    from lapwing.cli.format_run import FormatRun, run_format
    from lapwing.settings.store import read_settings

    given: dict[str, Any] = {
        "width": width,
        "indent": indent,
        "commas": commas,
        "keyword_case": keywords,
        "function_case": functions,
        "type_case": types,
    }
    options = replace(
        FormatOptions.of(read_settings()), **{name: value for name, value in given.items() if value is not None}
    )
    return run_format(FormatRun(files or (), dialect, options, check, in_place))
