"""What the window says of plugins, in the person's language. What plugins say of themselves is made visible."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from lapwing.domain.errors import ErrorFacts, from_wire
from lapwing.domain.plugins.facts import PluginFacts, PluginState, Trust
from lapwing.domain.visible import visible_text
from lapwing.gui.i18n import QT_TRANSLATE_NOOP, error_texts

_STATES: Final = {
    PluginState.DISABLED: QT_TRANSLATE_NOOP("plugins", "Off"),
    PluginState.STARTING: QT_TRANSLATE_NOOP("plugins", "Starting"),
    PluginState.RUNNING: QT_TRANSLATE_NOOP("plugins", "Running"),
    PluginState.WAITING: QT_TRANSLATE_NOOP("plugins", "Restarts"),
    PluginState.QUARANTINED: QT_TRANSLATE_NOOP("plugins", "Quarantined"),
    PluginState.REFUSED: QT_TRANSLATE_NOOP("plugins", "Refused"),
    PluginState.ELSEWHERE: QT_TRANSLATE_NOOP("plugins", "Elsewhere"),
}
_SENTENCES: Final = {
    PluginState.DISABLED: QT_TRANSLATE_NOOP("plugins", "It is off: none of its code runs."),
    PluginState.STARTING: QT_TRANSLATE_NOOP("plugins", "It is being started."),
    PluginState.RUNNING: QT_TRANSLATE_NOOP("plugins", "It runs."),
    PluginState.WAITING: QT_TRANSLATE_NOOP("plugins", "It ended unexpectedly, and is started again soon."),
    PluginState.QUARANTINED: QT_TRANSLATE_NOOP(
        "plugins", "It failed again and again, and is not started before you enable it anew."
    ),
    PluginState.REFUSED: QT_TRANSLATE_NOOP("plugins", "It cannot run here."),
    PluginState.ELSEWHERE: QT_TRANSLATE_NOOP("plugins", "It runs once in a profile: another engine runs it."),
}
STATE_ICONS: Final = {
    PluginState.DISABLED: ("dot", "faint_text"),
    PluginState.STARTING: ("loader", "accent_text"),
    PluginState.RUNNING: ("filled-dot", "good"),
    PluginState.WAITING: ("clock", "warning"),
    PluginState.QUARANTINED: ("error", "bad"),
    PluginState.REFUSED: ("error", "bad"),
    PluginState.ELSEWHERE: ("external", "good"),
}
"""A drawing and its colour."""
_TRUSTS: Final = {
    Trust.BUNDLED: QT_TRANSLATE_NOOP("plugins", "Lapwing"),
    Trust.SIGNED: QT_TRANSLATE_NOOP("plugins", "Signed"),
    Trust.UNSIGNED: QT_TRANSLATE_NOOP("plugins", "Unsigned"),
    Trust.REVOKED: QT_TRANSLATE_NOOP("plugins", "Revoked"),
}
_ORIGINS: Final = {
    Trust.BUNDLED: QT_TRANSLATE_NOOP("plugins", "It comes with Lapwing."),
    Trust.SIGNED: QT_TRANSLATE_NOOP("plugins", "It is signed with a key that you trust."),
    Trust.UNSIGNED: QT_TRANSLATE_NOOP(
        "plugins", "Nobody has signed it: whoever gave you the file may have changed it."
    ),
    Trust.REVOKED: QT_TRANSLATE_NOOP(
        "plugins", "It is signed with a key that was revoked: it may be from somebody else than it says."
    ),
}


def marked(text: str) -> str:
    """A text that was marked where it is declared, in the person's language."""
    return QCoreApplication.translate("plugins", text)


def state_text(state: PluginState) -> str:
    return marked(_STATES[state])


def state_sentence(facts: PluginFacts) -> str:
    """How it is, in a sentence."""
    return marked(_SENTENCES[facts.state])


def trust_text(trust: Trust) -> str:
    return marked(_TRUSTS[trust])


def trust_sentence(trust: Trust) -> str:
    """Where it is from, in a sentence."""
    return marked(_ORIGINS[trust])


def size_text(size: int) -> str:
    """A size in kB, or in MB from one on."""
    unit, name = (1e6, "MB") if size >= 1e6 else (1e3, "kB")
    return f"{QLocale().toString(size / unit, 'f', 1)} {name}"


def moment_text(at: float) -> str:
    """A moment in the person's own time; empty: never."""
    if at <= 0:
        return ""
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(int(at)), QLocale.FormatType.ShortFormat)


def clock_text(at: float) -> str:
    """The time of a line of a log, with its day and its seconds."""
    return QDateTime.fromSecsSinceEpoch(int(at)).toString("yyyy-MM-dd HH:mm:ss")


def told(error: ErrorFacts | None) -> str:
    """What went wrong and what to do, in words."""
    if error is None:
        return ""
    return visible_text(" ".join(part for part in error_texts(from_wire(error)) if part), "\n")
