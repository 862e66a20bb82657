"""Every setting, declared once: key, type, bounds, default, title and help. Dialog and manual read this table."""

from dataclasses import field
from typing import Any, Final

from lapwing.domain.late_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Setting:
    """What a setting is, apart from its value."""

    title: str
    help: str
    group: str
    """One of `GROUPS`."""
    low: int | None = None
    high: int | None = None
    choices: tuple[str, ...] = ()
    from_next_start: bool = False
    """Whether a change shows only after the program was started anew."""


GENERAL: Final = "General"
EDITOR: Final = "Editor"
FORMATTING: Final = "Formatting"
RESULTS: Final = "Results"
CONNECTIONS: Final = "Connections"
HISTORY: Final = "History"
EVENTS: Final = "Events"
WEBHOOKS: Final = "Webhooks"
METADATA: Final = "Metadata sessions"
MONITORING: Final = "Monitoring"
GROUPS: Final = (GENERAL, EDITOR, FORMATTING, RESULTS, CONNECTIONS, HISTORY, EVENTS, WEBHOOKS, MONITORING, METADATA)
"""In the order in which the settings dialog shows them."""


def _setting(default: Any, **facts: Any) -> Any:
    return field(default=default, metadata={"setting": Setting(**facts)})


@dataclass(frozen=True, slots=True)
class Settings:
    """The values in force; each field is a setting."""

    theme: str = _setting(
        "system",
        group=GENERAL,
        title="Theme",
        help="Light, dark, or whatever the system says.",
        choices=("system", "light", "dark"),
    )
    language: str = _setting(
        "system",
        group=GENERAL,
        title="Language",
        help="The system's, or one that Lapwing brings along.",
        choices=("system", "en", "de", "cs"),
        from_next_start=True,
    )
    notify_after_s: int = _setting(
        10,
        group=GENERAL,
        title="Notify after",
        help=(
            "Seconds after which the desktop is told that a statement or a background job is over, when another "
            "program is in front; 0 means never."
        ),
        low=0,
        high=86_400,
    )
    row_limit: int = _setting(
        100_000,
        group=RESULTS,
        title="Row limit",
        help="Rows after which fetching a result pauses. 0 means no limit.",
        low=0,
        high=1_000_000_000,
    )
    pause_s: int = _setting(
        30,
        group=RESULTS,
        title="Pause time-out",
        help="Seconds that a statement paused at the row limit stays open on the server.",
        low=1,
        high=86_400,
    )
    results_quota_mb: int = _setting(
        20_480,
        group=RESULTS,
        title="Room for results",
        help="Megabytes that all result files of one engine may take together.",
        low=16,
        high=10_000_000,
    )
    connect_timeout_s: int = _setting(
        10,
        group=CONNECTIONS,
        title="Connect time-out",
        help="Seconds that connecting and logging in may take. A connection's option connect_timeout goes first.",
        low=1,
        high=3_600,
    )
    retry_attempts: int = _setting(
        0,
        group=CONNECTIONS,
        title="Further attempts to connect",
        help=(
            "How often connecting is tried again when the server cannot be reached. Statements never are. A "
            "connection's option retry_attempts goes first."
        ),
        low=0,
        high=100,
    )
    retry_delay_s: int = _setting(
        1,
        group=CONNECTIONS,
        title="Delay before another attempt",
        help="Seconds between two attempts to connect. A connection's option retry_delay goes first.",
        low=0,
        high=3_600,
    )
    auto_reconnect: bool = _setting(
        True,
        group=CONNECTIONS,
        title="Reconnect idle sessions",
        help=(
            "Whether a session whose connection died while nothing ran on it is opened again by the next statement. A "
            "connection's option auto_reconnect goes first."
        ),
    )
    idle_transaction_s: int = _setting(
        0,
        group=CONNECTIONS,
        title="Idle transactions",
        help=(
            "Seconds after which an open transaction in which nothing runs is rolled back; 0 means never. You are "
            "asked before. What a connection's environment, or the connection, says goes first."
        ),
        low=0,
        high=604_800,
    )
    history: bool = _setting(
        True,
        group=HISTORY,
        title="Keep a history",
        help=(
            "Whether statements are written to the history before they are sent. Passwords in them never are. A "
            "connection's option history goes first."
        ),
    )
    history_values: bool = _setting(
        True,
        group=HISTORY,
        title="Keep values of parameters",
        help="Whether the history holds the values beside statements. Those that sound secret are never kept.",
    )
    history_days: int = _setting(
        365,
        group=HISTORY,
        title="Days in the history",
        help="Days after which entries are deleted unless they are pinned; 0 means never.",
        low=0,
        high=36_500,
    )
    history_mb: int = _setting(
        512,
        group=HISTORY,
        title="Room for the history",
        help="Megabytes that the history may take; the oldest entries go first, pinned ones never.",
        low=8,
        high=100_000,
    )
    events_days: int = _setting(
        30,
        group=EVENTS,
        title="Days of events",
        help="Days after which events are deleted; 0 means never.",
        low=0,
        high=36_500,
    )
    events_mb: int = _setting(
        64,
        group=EVENTS,
        title="Room for events",
        help="Megabytes that events may take; the oldest go first.",
        low=1,
        high=100_000,
    )
    deliveries_days: int = _setting(
        30,
        group=WEBHOOKS,
        title="Days of deliveries",
        help="Days after which webhook deliveries that are over go from the log; 0 means never.",
        low=0,
        high=36_500,
    )
    deliveries_mb: int = _setting(
        64,
        group=WEBHOOKS,
        title="Room for deliveries",
        help="Megabytes that the log of webhook deliveries may take; the oldest go first, and what waits stays.",
        low=1,
        high=100_000,
    )
    deliveries_wait_s: int = _setting(
        300,
        group=WEBHOOKS,
        title="Longest wait between attempts",
        help="Seconds to which the wait between two attempts at a webhook delivery grows; the first one is about 1 s.",
        low=1,
        high=86_400,
    )
    deliveries_hours: int = _setting(
        72,
        group=WEBHOOKS,
        title="Patience with a delivery",
        help="Hours after which a webhook delivery that was tried is given up, whatever retries are left.",
        low=1,
        high=8_760,
    )
    deliveries_failures: int = _setting(
        5,
        group=WEBHOOKS,
        title="Failures in a row",
        help="Failed attempts in a row after which a webhook endpoint is left alone for a while.",
        low=1,
        high=1_000,
    )
    series_samples_hours: int = _setting(
        1,
        group=MONITORING,
        title="Hours of samples",
        help="Hours for which metrics of monitored servers are kept as they were sampled, once a second or so.",
        low=1,
        high=168,
    )
    series_minutes_days: int = _setting(
        7,
        group=MONITORING,
        title="Days of minutes",
        help="Days for which the average, lowest and highest value of each minute are kept.",
        low=1,
        high=366,
    )
    series_hours_days: int = _setting(
        365,
        group=MONITORING,
        title="Days of hours",
        help="Days for which the average, lowest and highest value of each hour are kept.",
        low=1,
        high=3_660,
    )
    series_mb: int = _setting(
        512,
        group=MONITORING,
        title="Room for metrics",
        help="Megabytes that the kept metrics of all servers may take; the oldest, which are the coarsest, go first.",
        low=16,
        high=100_000,
    )
    pool_min: int = _setting(
        0,
        group=METADATA,
        title="Metadata sessions kept open",
        help="Lapwing's own sessions that stay open once one was needed. A connection's option pool_min goes first.",
        low=0,
        high=20,
    )
    pool_max: int = _setting(
        2,
        group=METADATA,
        title="Metadata sessions at most",
        help="Lapwing's own sessions that read a connection's catalogue. Its option pool_max goes first.",
        low=1,
        high=20,
    )
    pool_overflow: int = _setting(
        0,
        group=METADATA,
        title="Metadata sessions beyond that",
        help="Closed again as soon as they have nothing to do. A connection's option pool_overflow goes first.",
        low=0,
        high=20,
    )
    pool_recycle_s: int = _setting(
        3_600,
        group=METADATA,
        title="Metadata sessions' age",
        help="Seconds after which one is replaced; 0 means never. A connection's option pool_recycle goes first.",
        low=0,
        high=604_800,
    )
    pool_idle_timeout_s: int = _setting(
        300,
        group=METADATA,
        title="Metadata sessions' idle time-out",
        help="Seconds after which an unused one is closed. A connection's option pool_idle_timeout goes first.",
        low=1,
        high=604_800,
    )
    pool_health_check_s: int = _setting(
        60,
        group=METADATA,
        title="Metadata sessions' health check",
        help=(
            "Seconds without use after which one is asked for a sign of life before it is used. A connection's option "
            "pool_health_check goes first."
        ),
        low=0,
        high=604_800,
    )
    complete_while_typing: bool = _setting(
        True,
        group=EDITOR,
        title="Complete while typing",
        help="Whether the editor offers names and keywords as you type; Ctrl+Space asks for them in any case.",
    )
    editor_font_px: int = _setting(13, group=EDITOR, title="Editor text size", help="Pixels at 100 %.", low=8, high=40)
    editor_wrap: bool = _setting(
        False,
        group=EDITOR,
        title="Wrap lines",
        help="Whether lines of the editors that are wider than the view are broken.",
    )
    editor_show_blanks: bool = _setting(
        False,
        group=EDITOR,
        title="Show blanks",
        help="Whether blanks and tabs in the editors are shown by dots and arrows.",
    )
    format_keyword_case: str = _setting(
        "upper",
        group=FORMATTING,
        title="Keywords when formatting",
        help="Letters that formatting gives keywords; `typed` leaves them alone.",
        choices=("upper", "lower", "typed"),
    )
    format_function_case: str = _setting(
        "typed",
        group=FORMATTING,
        title="Functions when formatting",
        help="Letters that formatting gives built-in functions; `typed` leaves them alone.",
        choices=("upper", "lower", "typed"),
    )
    format_type_case: str = _setting(
        "typed",
        group=FORMATTING,
        title="Types when formatting",
        help="Letters that formatting gives the names of types; `typed` leaves them alone.",
        choices=("upper", "lower", "typed"),
    )
    format_indent: str = _setting(
        "4",
        group=FORMATTING,
        title="Indentation when formatting",
        help="Blanks of one step, or `tab`.",
        choices=("2", "4", "tab"),
    )
    format_commas: str = _setting(
        "trailing",
        group=FORMATTING,
        title="Commas when formatting",
        help="Whether a comma ends a line or begins one, where a list goes over lines.",
        choices=("trailing", "leading"),
    )
    format_width: int = _setting(
        88,
        group=FORMATTING,
        title="Width when formatting",
        help="Columns; what fits stays on one line.",
        low=20,
        high=1_000,
    )


FIELDS: Final[dict[str, Setting]] = {
    name: declared.metadata["setting"] for name, declared in Settings.__dataclass_fields__.items()
}
