"""From a file or an entry of an index to an installed plugin: read it, ask the person, install it."""

import asyncio
from collections.abc import Coroutine
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from lapwing.domain.errors import LapwingError
from lapwing.domain.plugins.facts import Enforcement
from lapwing.domain.plugins.installing import InstallPlugin, PackageFacts, PluginInstalled, ReadPackage
from lapwing.domain.plugins.sources import TrustedKeys, TrustKey
from lapwing.gui.client import EngineClient
from lapwing.gui.i18n import error_text
from lapwing.gui.plugins.install_dialog import InstallDialog, is_update


class PluginInstalling(QObject):
    """Of one page. Nothing is installed that the person did not see and agree to. Qt's thread.

    Signals:
        installed(PluginInstalled): it is there now.
        trouble(str): a sentence for the person.
        working(bool): something is being read or installed, or not any more.
    """

    installed = Signal(object)
    trouble = Signal(str)
    working = Signal(bool)

    def __init__(self, client: EngineClient, parent: QWidget) -> None:
        super().__init__(parent)
        self._client = client
        self._window = parent
        self._tasks: set[asyncio.Task[None]] = set()
        self.enforcement: Enforcement | None = None
        """What the system does for plugins here; None: not known yet."""
        self.enabled: frozenset[str] = frozenset()
        """The plugins that a person wants to run: one that is off stays so when it is updated."""

    def begin(self, source: str) -> None:
        """Read a package (a path, or `index:ID`), and ask."""
        self._start(self._read(source))

    async def _read(self, source: str) -> None:
        package = await self._client.call("plugin.read_package", ReadPackage(source), PackageFacts)
        dialog = InstallDialog(package, self.enforcement, self._window)
        dialog.agreed.connect(lambda trusts_key: self._start(self._install(package, trusts_key=trusts_key)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    async def _install(self, package: PackageFacts, *, trusts_key: bool) -> None:
        if trusts_key:
            key = TrustKey(package.key, package.manifest.author or package.manifest.name, package.source)
            await self._client.call("plugin.trust_key", key, TrustedKeys)
        request = InstallPlugin(
            package.source,
            package.sha256,
            granted=package.manifest.permissions,
            allow_downgrade=package.is_downgrade,
            enable=not is_update(package) or package.manifest.id in self.enabled,
        )
        self.installed.emit(await self._client.call("plugin.install", request, PluginInstalled))

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.ensure_future(self._guarded(work))
        task.add_done_callback(lambda _task: work.close())  # it may have been cancelled before it began
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _guarded(self, work: Coroutine[Any, Any, None]) -> None:
        self.working.emit(True)
        try:
            await work
        except LapwingError as error:
            self.trouble.emit(error_text(error))
        finally:
            self.working.emit(False)

    def stop(self) -> None:
        """Nothing is read any more; what is being installed goes on in the engine."""
        for task in self._tasks:
            task.cancel()
