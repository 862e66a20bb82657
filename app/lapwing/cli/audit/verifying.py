"""`lapwing audit verify`."""

import re
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO, Final

from lapwing.cli.exit_codes import ExitCode
from lapwing.cli.output import Output
from lapwing.domain.audit import (
    LONGEST_LINE,
    AuditFault,
    AuditFinding,
    AuditHead,
    AuditVerdict,
    first_number,
    head_in,
    verify_log,
)
from lapwing.domain.errors import LapwingError
from lapwing.domain.visible import visible_text

_PLUGIN: Final = "audit-log"
_NUMBERED: Final = re.compile(r"(.+)\.[0-9]{5,9}")
_HASH: Final = re.compile(r"[0-9a-f]{64}")
_WORDS: Final = {
    AuditFault.CHANGED: "line {line} of {file} was changed (line {sequence} of the log)",
    AuditFault.REMOVED: "before line {line} of {file} lines were removed: {count}, from line {sequence} of the log on",
    AuditFault.INSERTED: (
        "line {line} of {file} does not belong there: it was inserted or moved before line {sequence} of the log"
    ),
    AuditFault.CUT_OFF: "{file} was cut off behind line {line}: line {sequence} of the log is missing",
    AuditFault.REWRITTEN: "the log was written anew: line {line} of {file} is not what was noted of it",
}


class AuditLogTampered(LapwingError):
    """Facts: `finding` (the first thing that is wrong, in words)."""

    code = "audit.tampered"
    message = "The audit log is not as it was written: {finding}."
    hint = "What stands before that is as it was. Keep the files as they are, and compare them with a backup."
    exit_code = ExitCode.ERROR


class AuditFileUnreadable(LapwingError):
    code = "audit.unreadable"
    message = "{path} cannot be read: {reason}."
    hint = "Name files of an audit log, such as audit.log, or none for the log of the plugin audit-log."
    exit_code = ExitCode.USAGE


class NotedHashWrong(LapwingError):
    code = "audit.noted"
    message = "“{hash}” is no hash of a line."
    hint = "Give the 64 digits that `lapwing audit verify` said at an earlier time."
    exit_code = ExitCode.USAGE


def run_verify(names: Sequence[str], noted: Sequence[str], alone: bool) -> int:
    """Look through the files, and say in a sentence that all is well; returns the exit code.

    Without names the log of the plugin of this profile is looked through.

    Raises:
        AuditLogTampered, AuditFileUnreadable, NotedHashWrong, OutputClosed, OutputRefused
    """
    for each in noted:
        if not _HASH.fullmatch(each):
            raise NotedHashWrong(hash=each[:80])
    paths = _in_order([Path(name) for name in names] or [_own_log()], alone)
    with ExitStack() as stack:
        files = [(str(path), _lines(path, stack.enter_context(_opened(path)))) for path in paths]
        verdict = verify_log(files, _head_beside(paths[-1]), noted)
    if verdict.finding is not None:
        raise AuditLogTampered(finding=_words(verdict.finding))
    if not verdict.is_begin_known:
        finding = AuditFinding(AuditFault.REMOVED, str(paths[0]), 1, 1, verdict.first - 1)
        raise AuditLogTampered(finding=_words(finding))
    output = Output()
    output.write("".join(f"{sentence}\n" for sentence in _sentences(verdict, len(paths))).encode())
    output.close()
    return ExitCode.OK


def _own_log() -> Path:
    """Where the plugin of this profile writes, as its settings say."""
    from lapwing.cli.plugin.asking import one_plugin
    from lapwing.plugins.installing.places import data_folder

    named = str(one_plugin(_PLUGIN).config.get("logFile") or "").strip()
    return Path(named).expanduser() if named else data_folder(_PLUGIN) / "audit.log"


def _in_order(named: Sequence[Path], alone: bool) -> list[Path]:
    """The files, the oldest first, with the older ones beside a log."""
    found = set(named)
    for path in named if not alone else ():
        if not _NUMBERED.fullmatch(path.name) and path.parent.is_dir():
            found |= {each for each in path.parent.glob("*") if _is_older(each.name, path.name)}
    firsts = {path: _first(path) for path in found}
    return sorted(firsts, key=lambda path: firsts[path])


def _is_older(name: str, log: str) -> bool:
    form = _NUMBERED.fullmatch(name)
    return form is not None and form[1] == log


def _first(path: Path) -> int:
    with _opened(path) as file:
        try:
            number = first_number(file.readline(LONGEST_LINE))
        except OSError as error:
            raise AuditFileUnreadable(path=str(path), reason=error.strerror or "not readable") from error
    if number is None:
        raise AuditFileUnreadable(path=str(path), reason="it does not begin as an audit log does")
    return number


def _opened(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as error:
        raise AuditFileUnreadable(path=str(path), reason=error.strerror or "not readable") from error


def _lines(path: Path, file: BinaryIO) -> Iterator[bytes]:
    while True:
        try:
            line = file.readline(LONGEST_LINE)
        except OSError as error:
            raise AuditFileUnreadable(path=str(path), reason=error.strerror or "not readable") from error
        if not line:
            return
        yield line


def _head_beside(path: Path) -> AuditHead | None:
    """What `.head` beside a log says; None: the newest of the files is an older one, or there is no head."""
    try:
        with path.with_name(f"{path.name}.head").open("rb") as file:
            return head_in(file.read(400))
    except OSError:
        return None


def _words(finding: AuditFinding) -> str:
    form = _WORDS[finding.fault]
    return form.format(file=finding.file, line=finding.line, sequence=finding.sequence, count=f"{finding.count:,}")


def _sentences(verdict: AuditVerdict, files: int) -> list[str]:
    where = "1 file" if files == 1 else f"{files:,} files"
    sentences = [f"{verdict.lines:,} lines in {where} are as they were written."]
    if not verdict.is_whole:
        sentences.append(f"The log begins with its line {verdict.first:,}: what was before was removed for its age.")
    if verdict.torn:
        sentences.append(f"{verdict.torn:,} of them was torn by a kill or a full disk; that is no tampering.")
    if not verdict.is_end_known:
        sentences.append("The end could not be checked, since there is no file .head beside the newest file.")
    sentences.append(
        f"The last line, {verdict.last:,}, has the hash {visible_text(verdict.last_digest)}; note it elsewhere."
    )
    return sentences
