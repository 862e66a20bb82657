"""What a plugin's process is started with."""

import os
import sys
import sysconfig
from collections.abc import Sequence
from dataclasses import field
from pathlib import Path
from typing import Any, Final

from lapwing import paths
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.plugins.errors import PluginBroken
from lapwing.domain.plugins.manifest import Manifest, host_named
from lapwing.plugins import runner
from lapwing.plugins.host.protocol import Begin

_FROZEN: Final = bool(getattr(sys, "frozen", False))
_RUNNER: Final = Path(runner.__file__).resolve().parent / "__main__.py"
_KEPT: Final = ("TZ", "SYSTEMROOT")
"""Variables that a plugin's process is given as they are; all others are not its business."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one plugin may take; beyond it, its process gets errors or is ended.

    Attributes:
        folder_bytes, folder_files: Of its own folder and that for files that do not last, together.
    """

    memory_bytes: int = 512 << 20
    cpu_s: int = 3_600
    open_files: int = 64
    file_bytes: int = 1 << 30
    threads: int = 100
    folder_bytes: int = 1 << 30
    folder_files: int = 20_000


@dataclass(frozen=True, slots=True)
class Launch:
    """A plugin that is to run.

    Attributes:
        folder: Its code, with `plugin.toml`.
        data_folder: Where it may keep files; made when missing.
        granted: The permissions that count; what the manifest asks for beside them is not given.
        libraries: Folders with the packages that it requires.
        is_inside: Whether it runs inside the engine; only what comes with Lapwing does.
        renewed_at: When a person last wanted it to be started anew.
    """

    manifest: Manifest
    folder: Path
    data_folder: Path
    granted: tuple[str, ...] = ()
    config: dict[str, Any] = field(default_factory=dict)
    libraries: tuple[Path, ...] = ()
    limits: Limits = field(default_factory=Limits)
    is_inside: bool = False
    renewed_at: float = 0.0

    @property
    def id(self) -> str:
        return self.manifest.id

    def named(self, kind: str) -> tuple[str, ...]:
        """What the granted permissions of a kind name: hosts of `network`, folders of `files`, types of `events`."""
        head = f"{kind}:"
        named = [each.removeprefix(head) for each in self.granted if each.startswith(head)]
        if kind == "network":
            named = [host for each in named if (host := host_named(each, self.config))]
        return tuple(named)

    def granted_folders(self) -> tuple[Path, ...]:
        """The folders that its permissions name, as they are now. One within another is left out: the plugin could have
        put a link to anywhere in its place.

        Raises:
            PluginBroken: Lapwing's own files are in one of them: its program, or what every plugin was granted.
        """
        named = [Path(each).expanduser() for each in self.named("files")]
        found = tuple(each.resolve() for each in named if not any(other in each.parents for other in named))
        for folder in found:
            for own in _own_folders():
                if folder == own or folder in own.parents or own in folder.parents:
                    reason = f"{folder} holds Lapwing's own files, which no plugin may have."
                    raise PluginBroken(plugin=self.id, reason=reason)
        return found

    def begin(self, temporary: Path) -> Begin:
        """What its process is told at first. Raises as `granted_folders`."""
        files = tuple(map(str, self.granted_folders()))
        return Begin(
            self.manifest,
            str(self.folder.resolve()),
            str(self.data_folder.resolve()),
            str(temporary),
            tuple(str(each.resolve()) for each in self.libraries),
            files,
            self.config,
            self.limits.memory_bytes,
            self.limits.cpu_s,
            self.limits.open_files,
            self.limits.file_bytes,
            self.limits.threads,
        )


def _own_folders() -> set[Path]:
    """What nobody but Lapwing may write into: its files, its program, and the Python that runs it."""
    python = (Path(sysconfig.get_path(name)) for name in ("stdlib", "platstdlib", "purelib", "platlib"))
    kept = (paths.config(), paths.data(), paths.state(), paths.shipped(), _RUNNER.parents[2], *python)
    return {each.resolve() for each in kept}


def command(descriptor: int) -> Sequence[str]:
    """The program that runs a plugin, speaking over that descriptor.

    The interpreter is isolated (`-I`): it would else run what lies in `~/.local/lib/python3.*/site-packages` of its
    home before anything is confined, and that home is the plugin's own folder.
    """
    python = [] if _FROZEN else ["-I", "-B", "-u", "-X", "utf8", str(_RUNNER)]
    return [sys.executable, *python, "plugin-host", str(descriptor)]


def environment(launch: Launch, temporary: Path) -> dict[str, str]:
    """All that its process sees of the environment: no secret, and no place of the person's."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return kept | {
        "HOME": str(launch.data_folder),
        "LANG": "C.UTF-8",
        "MALLOC_ARENA_MAX": "2",  # each arena takes 64 MB of the memory that is allowed
        "TMPDIR": str(temporary),
    }
