"""From a file or an entry of an index to an installed plugin: read it, ask the person, install it."""

import asyncio
from collections.abc import Coroutine, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from lapwing.domain.errors import LapwingError
from lapwing.domain.plugins.facts import Trust
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
        updated(int): of `begin_all`, so many were updated.
    """

    installed = Signal(object)
    trouble = Signal(str)
    working = Signal(bool)
    updated = Signal(int)

    def __init__(self, client: EngineClient, parent: QWidget) -> None:
        super().__init__(parent)
        self._client = client
        self._window = parent
        self._tasks: set[asyncio.Task[None]] = set()
        self.enabled: frozenset[str] = frozenset()
        """The plugins that a person wants to run: one that is off stays so when it is updated."""

    def begin(self, source: str) -> None:
        """Read a package (a path, or `index:ID`), and ask."""
        self._start(self._read(source))

    def begin_all(self, sources: Sequence[str]) -> None:
        """Update what these are, one after the other. A person is asked about those that want to be allowed more, that
        nobody vouches for, or that cannot be installed."""
        self._start(self._update_all(sources))

    async def _read(self, source: str) -> None:
        package = await self._client.call("plugin.read_package", ReadPackage(source), PackageFacts)
        self._ask(package).agreed.connect(lambda trusts_key: self._start(self._install(package, trusts_key=trusts_key)))

    def _ask(self, package: PackageFacts) -> InstallDialog:
        dialog = InstallDialog(package, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    async def _update_all(self, sources: Sequence[str]) -> None:
        done, troubles = 0, []
        for source in sources:
            try:
                done += await self._update(source)
            except LapwingError as error:
                troubles.append(error_text(error))
        if done:
            self.updated.emit(done)
        if troubles:
            self.trouble.emit("\n".join(troubles))

    async def _update(self, source: str) -> bool:
        """Whether it was updated, and not refused by the person."""
        package = await self._client.call("plugin.read_package", ReadPackage(source), PackageFacts)
        answer = False if _goes_without_saying(package) else await self._answer(package)
        if answer is not None:
            await self._put(package, trusts_key=answer)
        return answer is not None

    async def _answer(self, package: PackageFacts) -> bool | None:
        """Whether the person also trusts the key; None: it is not to be updated."""
        answer: asyncio.Future[bool | None] = asyncio.get_running_loop().create_future()

        def say(value: bool | None) -> None:
            if not answer.done():
                answer.set_result(value)

        dialog = self._ask(package)
        dialog.agreed.connect(say)
        dialog.rejected.connect(lambda: say(None))
        return await answer

    async def _install(self, package: PackageFacts, *, trusts_key: bool) -> None:
        self.installed.emit(await self._put(package, trusts_key=trusts_key))

    async def _put(self, package: PackageFacts, *, trusts_key: bool) -> PluginInstalled:
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
        return await self._client.call("plugin.install", request, PluginInstalled)

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


def _goes_without_saying(package: PackageFacts) -> bool:
    """Whether an update is what the person agreed to already: no more permissions, and somebody vouches for it."""
    is_plain = is_update(package) and not package.is_downgrade and package.problem is None
    return is_plain and not package.asks and package.trust is Trust.SIGNED
