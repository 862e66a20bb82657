"""`lapwing doctor`: what is here, what works, what does not. It changes nothing but its log."""

import contextlib
from collections.abc import Sequence
from typing import Final

from lapwing import paths
from lapwing.cli.caller import SilentCaller
from lapwing.cli.checks.connections import check_connections, check_sqlite
from lapwing.cli.engine_run import run_in_engine
from lapwing.cli.exit_codes import ExitCode
from lapwing.cli.messages import counted
from lapwing.cli.output import Output
from lapwing.domain.diagnosis import Finding, State
from lapwing.domain.visible import visible_text
from lapwing.engine.diagnosis.documents import (
    check_environments,
    check_put_aside,
    check_saved_connections,
    check_settings,
)
from lapwing.engine.diagnosis.folders import check_folders
from lapwing.engine.diagnosis.leftovers import check_crashes, check_results
from lapwing.engine.diagnosis.plugins import check_plugins
from lapwing.engine.diagnosis.versions import check_versions
from lapwing.engine.engine import Engine

_Section = tuple[str, Sequence[Finding]]
_WIDTH: Final = 18


def run_doctor() -> int:
    """Write all findings; `ExitCode.ERROR` when one of them is a problem.

    Raises:
        OutputClosed, OutputRefused
    """
    # before the engine and its log start, which make folders
    before = [("Versions", [*check_versions()]), ("Folders", [*check_folders()])]
    saved_finding, saved = check_saved_connections()
    files = [*check_settings(), saved_finding, *check_environments(), *check_put_aside(paths.config())]
    caller = SilentCaller()

    async def ask(engine: Engine) -> tuple[Finding, list[Finding]]:
        return await check_sqlite(engine, caller), await check_connections(engine, caller, saved)

    sqlite, reached = run_in_engine(ask, caller)
    sections: list[_Section] = [
        *before,
        ("Files", files),
        ("Connections", [sqlite, *reached]),
        ("Plugins", [*check_plugins()]),
        ("Results", [*check_results()]),
        ("Crashes", [*check_crashes()]),
    ]
    return _write(sections)


def _write(sections: Sequence[_Section]) -> int:
    problems = sum(finding.state is State.PROBLEM for _, findings in sections for finding in findings)
    verdict = f"{counted(problems, 'problem')} found." if problems else "All is well."
    text = "\n".join(_section_text(*section) for section in sections)
    with contextlib.closing(Output()) as output:
        output.write(f"{text}\n{verdict}\n".encode())
    return ExitCode.ERROR if problems else ExitCode.OK


def _section_text(title: str, findings: Sequence[Finding]) -> str:
    lines = [
        f"  {found.state:<8} {visible_text(found.subject):<{_WIDTH}} {visible_text(found.words)}\n"
        for found in findings
    ]
    return f"{title}\n{''.join(lines)}"
