"""The event loop of the window: asyncio on Qt's."""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

import qasync

Answer = TypeVar("Answer")


class QtLoop(qasync.QEventLoop):  # type: ignore[misc] # qasync's class is made at run time
    """qasync's loop, but for its end: qasync processes Qt's events once more after it has said that no loop runs, and
    what then waits for an `asyncio.Event` fails ("bound to a different event loop")."""

    def run_until_complete(self, future: Coroutine[Any, Any, Answer] | asyncio.Future[Answer]) -> Answer:
        """Run until `future` is done, and give its result.

        Raises:
            RuntimeError: The loop was stopped before.
        """
        task = asyncio.ensure_future(future, loop=self)

        def stop(_done: object) -> None:
            self.stop()

        task.add_done_callback(stop)
        try:
            self.run_forever()
        finally:
            task.remove_done_callback(stop)
        if not task.done():
            raise RuntimeError("Event loop stopped before Future completed.")
        return task.result()
