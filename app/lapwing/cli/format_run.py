"""What `lapwing format` does: from files or standard input to standard output, or into the files."""

import contextlib
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from lapwing.cli.errors import NotFormatted, ScriptUnreadable, SqlMissing, UsageWrong
from lapwing.cli.exit_codes import ExitCode
from lapwing.cli.messages import counted, say
from lapwing.cli.output import Output
from lapwing.cli.sql_texts import SqlText, read_text, sql_text, write_text
from lapwing.domain.late_dataclass import dataclass
from lapwing.sql.dialect import DIALECT_IDS, Dialect, dialect_named
from lapwing.sql.formatting.formatter import format_sql
from lapwing.sql.formatting.options import FormatOptions

_STDIN: Final = "-"


@dataclass(frozen=True, slots=True)
class FormatRun:
    """What was typed.

    Attributes:
        files: Paths; nothing or `-` for standard input.
        checks: Whether nothing is to be written, only said what would change.
    """

    files: Sequence[str]
    dialect: str
    options: FormatOptions
    checks: bool = False
    in_place: bool = False


def run_format(run: FormatRun) -> int:
    """Do it; returns the exit code.

    Raises:
        UsageWrong, SqlMissing, ScriptUnreadable, NotFormatted, FileNotWritten, OutputClosed, OutputRefused
    """
    dialect = _dialect(run)
    files = [path for path in run.files if path != _STDIN]
    if not files:
        return _format_stdin(run, dialect)
    changed = 0
    for path in map(Path, files):
        before = read_text(path)
        after = before.with_text(format_sql(dialect, before.text, run.options))
        is_changed = after != before
        changed += is_changed
        if run.checks or run.in_place:
            if is_changed:
                say(f"{path} {'would be formatted' if run.checks else 'is formatted'}.")
            if is_changed and run.in_place:
                write_text(path, after)
        else:
            _write(after)
    if run.checks and changed:
        raise NotFormatted(texts=counted(changed, "file"))
    return ExitCode.OK


def _dialect(run: FormatRun) -> Dialect:
    if run.checks and run.in_place:
        raise UsageWrong(reason="Give either --check or --in-place, not both.", command="lapwing format")
    if _STDIN in run.files and len(run.files) > 1:
        raise UsageWrong(reason="Give either files or `-`, not both.", command="lapwing format")
    if run.in_place and not [path for path in run.files if path != _STDIN]:
        raise UsageWrong(reason="There is no file to change in place.", command="lapwing format")
    if run.dialect not in DIALECT_IDS:
        known = ", ".join(sorted(DIALECT_IDS))
        raise UsageWrong(reason=f"There is no dialect {run.dialect}; there are {known}.", command="lapwing format")
    return dialect_named(run.dialect)


def _format_stdin(run: FormatRun, dialect: Dialect) -> int:
    before = _read_stdin(is_asked_for=_STDIN in run.files)
    after = before.with_text(format_sql(dialect, before.text, run.options))
    if not run.checks:
        _write(after)
    elif after != before:
        raise NotFormatted(texts="standard input")
    return ExitCode.OK


def _read_stdin(*, is_asked_for: bool) -> SqlText:
    """All of it; a terminal is read only when asked for, since waiting there would look like hanging."""
    if sys.stdin is None or (sys.stdin.isatty() and not is_asked_for):
        raise SqlMissing
    try:
        return sql_text(sys.stdin.buffer.read())
    except OSError as error:
        raise ScriptUnreadable(path="standard input", reason=(error.strerror or str(error)).lower()) from error


def _write(text: SqlText) -> None:
    with contextlib.closing(Output()) as output:
        output.write(text.data())
