"""Every setting, declared once: key, type, bounds, default, title and help. Dialog and manual read this table."""

from dataclasses import dataclass, field
from typing import Any, Final


@dataclass(frozen=True, slots=True)
class Setting:
    """What a setting is, apart from its value."""

    title: str
    help: str
    low: int | None = None
    high: int | None = None
    choices: tuple[str, ...] = ()


def _setting(default: Any, **facts: Any) -> Any:
    return field(default=default, metadata={"setting": Setting(**facts)})


@dataclass(frozen=True, slots=True)
class Settings:
    """The values in force; each field is a setting."""

    theme: str = _setting(
        "system",
        title="Theme",
        help="Light, dark, or whatever the system says.",
        choices=("system", "light", "dark"),
    )
    language: str = _setting("system", title="Language", help="`system`, or a language such as `de`.")
    row_limit: int = _setting(
        100_000,
        title="Row limit",
        help="Rows after which fetching a result pauses. 0 means no limit.",
        low=0,
        high=1_000_000_000,
    )
    pause_s: int = _setting(
        30,
        title="Pause time-out",
        help="Seconds that a statement paused at the row limit stays open on the server.",
        low=1,
        high=86_400,
    )
    results_quota_mb: int = _setting(
        20_480,
        title="Room for results",
        help="Megabytes that all result files of one engine may take together.",
        low=16,
        high=10_000_000,
    )
    editor_font_px: int = _setting(13, title="Editor text size", help="Pixels at 100 %.", low=8, high=40)


FIELDS: Final[dict[str, Setting]] = {
    name: declared.metadata["setting"] for name, declared in Settings.__dataclass_fields__.items()
}
