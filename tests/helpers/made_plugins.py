"""Plugins written by a test, and run in processes of their own as the engine runs them."""

import textwrap
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from lapwing.domain.plugins.manifest import Manifest
from lapwing.plugins.host.hosted import HostedPlugin, Patience
from lapwing.plugins.host.launch import Launch, Limits
from lapwing.plugins.host.protocol import hooks

Serve = Callable[[str, tuple[Any, ...]], Awaitable[object]]


def hooks_in(code: str) -> tuple[str, ...]:
    """The hooks that a text defines."""
    return tuple(hook for hook in hooks() if f"def {hook}(" in code)


def launch_of(
    folder: Path,
    code: str,
    permissions: tuple[str, ...] = (),
    config: dict[str, Any] | None = None,
    limits: Limits | None = None,
    plugin_id: str = "made",
) -> Launch:
    """A plugin of that code, whose class is `Made`; it is granted all that it asks for.

    The code stands in a module that begins with `from lapwing.plugins.api import *`.
    """
    package = folder / "package"
    package.mkdir(exist_ok=True)
    text = textwrap.dedent(code)
    (package / "made.py").write_text(f"from lapwing.plugins.api import *\n{text}", encoding="utf-8")
    manifest = Manifest(plugin_id, "Made", "1.0", entry="made:Made", hooks=hooks_in(text), permissions=permissions)
    return Launch(manifest, package, folder / "data", permissions, config or {}, limits=limits or Limits())


class Heard:
    """What a plugin asked of its context, and what it logged.

    Attributes:
        answers: What a function of the context is answered with; an exception is raised.
    """

    def __init__(self, **answers: Any) -> None:
        self.answers = answers
        self.asked: list[tuple[str, tuple[Any, ...]]] = []
        self.lines: list[tuple[str, str]] = []

    async def serve(self, name: str, arguments: tuple[Any, ...]) -> object:
        if name == "log":
            self.lines.append((arguments[1], arguments[0]))
            return None
        self.asked.append((name, arguments))
        answer = self.answers[name]
        if isinstance(answer, Exception):
            raise answer
        return answer

    def log(self, level: str, text: str) -> None:
        self.lines.append((level, text))

    @property
    def texts(self) -> list[str]:
        return [text for _, text in self.lines]


@asynccontextmanager
async def hosted(
    launch: Launch, heard: Heard | None = None, patience: Patience | None = None
) -> AsyncIterator[HostedPlugin]:
    """A plugin in a process of its own, within it."""
    heard = heard or Heard()
    plugin = HostedPlugin(launch, heard.serve, heard.log, patience=patience)
    await plugin.start()
    try:
        yield plugin
    finally:
        await plugin.stop()
