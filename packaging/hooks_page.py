"""The manual's page of hooks, made from the contract: `python packaging/hooks_page.py` writes it anew."""

import inspect
import re
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parents[1]
PAGE: Final = ROOT / "resources/help/43-hooks.md"
BUNDLED: Final = ROOT / "app/lapwing/plugins/bundled"
_INTRODUCTION: Final = """# Hooks

All that Lapwing calls of a plugin and does for it, made from the code of `lapwing.plugins.api`. A plugin
overrides the methods that it wants to have called, and names them under `hooks` in its `plugin.toml`; no others are
called.
"""


def page() -> str:
    """The whole text."""
    from lapwing.plugins import api

    users = _users()
    parts = [_INTRODUCTION]
    for heading, names in _sections(inspect.getsource(api.Plugin)):
        parts.append(f"## {heading}\n" + "\n".join(_hook(name, users[name]) for name in names))
    parts.append(
        "## What Lapwing does for a plugin\nMethods of `self.context`; in parentheses the permission that one needs.\n"
    )
    parts[-1] += "\n" + "\n".join(_method(name, api.Context) for name in _methods(api.Context))
    parts.append("## What hooks are given\n" + "\n".join(_facts(each) for each in _given()))
    return "\n".join(parts).rstrip("\n") + "\n"


def _users() -> dict[str, list[str]]:
    """Bundled plugins by the hooks that they use."""
    users: dict[str, list[str]] = defaultdict(list)
    for path in sorted(BUNDLED.glob("*/plugin.toml")):
        manifest = tomllib.loads(path.read_text("utf-8"))
        for hook in manifest["hooks"]:
            users[hook].append(manifest["id"])
    return users


def _sections(source: str) -> Iterator[tuple[str, list[str]]]:
    """Headings, which are comments between the methods, with the names below each."""
    names: list[str] = []
    heading = ""
    for line in source.splitlines():
        if found := re.fullmatch(r" {4}# (.+)", line):
            if names:
                yield heading, names
            heading, names = found[1][0].upper() + found[1][1:], []
        elif found := re.match(r" {4}def (\w+)\(", line):
            names.append(found[1])
    yield heading, names


def _methods(kind: type) -> list[str]:
    return [name for name, each in vars(kind).items() if inspect.isfunction(each) and not name.startswith("_")]


def _hook(name: str, users: list[str]) -> str:
    from lapwing.plugins import api

    used = f"\nUsed by {', '.join(f'`{user}`' for user in users)}.\n" if users else ""
    return _method(name, api.Plugin) + used


def _method(name: str, kind: type) -> str:
    function = vars(kind)[name]
    return f"### `{name}`\n```python\n{_signature(name, function)}\n```\n{_prose(inspect.getdoc(function) or '')}\n"


def _signature(name: str, function: object) -> str:
    assert callable(function)
    text = str(inspect.signature(function)).replace("(self, ", "(").replace("(self)", "()")
    text = re.sub(r"= '([^']*)'", r'= "\1"', text).replace("'", "")
    return re.sub(r"\b(?:[a-z_]+\.)+([A-Z])", r"\1", f"{name}{text}")


def _prose(doc: str) -> str:
    """A docstring as Markdown: its sections become paragraphs."""
    doc = re.sub(r"^(Raises|Args|Attributes):\n", r"**\1**\n", inspect.cleandoc(doc), flags=re.MULTILINE)
    return re.sub(r"^    (\w[\w, ]*?): ", r"- `\1`: ", doc, flags=re.MULTILINE).replace("    ", "")


def _given() -> list[type]:
    from lapwing.plugins import api

    kinds = [getattr(api, name) for name in api.__all__]
    return [kind for kind in kinds if isinstance(kind, type) and is_dataclass(kind)]


def _facts(kind: Any) -> str:
    names = ", ".join(f"`{name}`" for name in (each.name for each in fields(kind)))
    return f"### `{kind.__name__}`\n{_prose(kind.__doc__ or '')}\n\nIts facts: {names}.\n"


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT / "app"))
    PAGE.write_text(page(), "utf-8")
