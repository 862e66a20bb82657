"""The queue's file, used by one thread at a time: what waits to be done with it is done in one transaction, since each
commit waits for the disk."""

import asyncio
import contextlib
from typing import TYPE_CHECKING, Any, Final, TypeVar

from lapwing.domain.errors import LapwingError

if TYPE_CHECKING:
    from lapwing.store.deliveries.keeping import Act, DeliveryStore

Answer = TypeVar("Answer")
_MOST_AT_ONCE: Final = 500


class QueueKeeper:
    """Event loop's thread. The file, and with it SQLite, is loaded when it is first needed.

    Attributes:
        trouble: Why the file cannot be used now; None: it can, or nobody tried.
    """

    def __init__(self) -> None:
        self._store: DeliveryStore | None = None
        self._asked: list[tuple[Act[Any], asyncio.Future[Any]]] = []
        self._task: asyncio.Task[None] | None = None
        self.trouble: LapwingError | None = None

    @property
    def problem(self) -> LapwingError | None:
        """What is to be told of the file; None: nothing."""
        return self.trouble or (self._store.notice if self._store is not None else None)

    def do(self, act: "Act[Answer]") -> "asyncio.Future[Answer]":
        """Do something with the file, behind what was asked before; when the answer is there, it is on the disk.

        The future raises DeliveriesUnusable or StoredNewer where it could not be done.
        """
        future: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._asked.append((act, future))
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._work(), name="webhook queue")
        return future

    async def _work(self) -> None:
        while self._asked:
            now, self._asked = self._asked[:_MOST_AT_ONCE], self._asked[_MOST_AT_ONCE:]
            acts = [act for act, _ in now]
            try:
                answers = await asyncio.to_thread(self._done, acts)
            except LapwingError as error:
                self.trouble = error
                for _, future in now:
                    _refuse(future, error)
                continue
            except Exception as error:  # a defect: whoever asked is to hear of it, and others go on
                for _, future in now:
                    _refuse(future, error)
                continue
            self.trouble = None
            for (_, future), answer in zip(now, answers, strict=True):
                if not future.done():
                    future.set_result(answer)

    def _done(self, acts: "list[Act[Any]]") -> list[Any]:
        return self._opened().do(acts)

    def _opened(self) -> "DeliveryStore":
        if self._store is None:
            from lapwing.store.deliveries.keeping import DeliveryStore, deliveries_path  # SQLite is not loaded before

            self._store = DeliveryStore(deliveries_path())
        return self._store

    async def close(self) -> None:
        """Do what was asked, and let go of the file."""
        while self._task is not None and not self._task.done():
            await asyncio.wait([self._task])
        if self._store is not None:
            await asyncio.to_thread(self._store.close)


def _refuse(future: "asyncio.Future[Any]", error: Exception) -> None:
    """Nobody has to look at it: what failed is kept in `trouble` too."""
    if not future.done():
        future.set_exception(error)
        with contextlib.suppress(Exception):
            future.exception()
