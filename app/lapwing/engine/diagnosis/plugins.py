"""What holds plugins back on this computer, and which of those that are enabled cannot run."""

from collections.abc import Iterator

from lapwing.domain.diagnosis import Finding, State
from lapwing.plugins.installing.known import known_plugins
from lapwing.plugins.installing.register import PluginRegister
from lapwing.plugins.runner.confinement import expected


def check_plugins() -> Iterator[Finding]:
    """Blocking. Nothing is started, made or given up."""
    enforced = expected()
    if enforced.files and enforced.network:
        yield Finding("permissions", "The kernel keeps plugins to what they were granted.")
    else:
        yield Finding("permissions", enforced.note, State.NOTE)
    stored, problem = PluginRegister().known()
    if problem is not None:
        yield Finding("plugins", problem.in_full, State.PROBLEM)
        return
    enabled = [each for each in known_plugins(stored).values() if each.record.is_enabled]
    for each in enabled:
        if each.problem is None:
            yield Finding(each.id, f"{each.manifest.version}, enabled")
        else:
            yield Finding(each.id, each.problem.in_full, State.PROBLEM)
    if not enabled:
        yield Finding("plugins", "none is enabled")
