"""Something done in a thread of its own, which may fail while the test does something to the network."""

import threading
from collections.abc import Callable
from typing import Final

from contract.asking import Answer
from helpers.waiting import PATIENCE_S
from lapwing.domain.errors import LapwingError
from lapwing.drivers.base import Session

_ENDS_WITHIN_S: Final = 2 * PATIENCE_S


class Attempt:
    """Something under way, from now on.

    Attributes:
        answer: What a statement has brought so far.
    """

    def __init__(self, work: Callable[[Answer], object]) -> None:
        self.answer = Answer()
        self._failure: BaseException | None = None
        self._work = work
        self._thread = threading.Thread(target=self._try, name="attempt", daemon=True)
        self._thread.start()

    def _try(self) -> None:
        try:
            self._work(self.answer)
        except BaseException as failure:  # given, or raised, by `end` in the test's own thread
            self._failure = failure

    @property
    def is_over(self) -> bool:
        return not self._thread.is_alive()

    def end(self) -> LapwingError | None:
        """Wait until it is over; the error it ended with, if it did. A defect is raised.

        Raises:
            AssertionError: It hangs.
        """
        self._thread.join(_ENDS_WITHIN_S)
        assert self.is_over, "it hangs"
        if self._failure is not None and not isinstance(self._failure, LapwingError):
            raise self._failure
        return self._failure

    def fails(self) -> LapwingError:
        """Wait until it has failed; the error."""
        error = self.end()
        assert error is not None, "it went well"
        return error


def attempt(session: Session, sql: str) -> Attempt:
    """A statement; its answer grows in `answer`."""
    return Attempt(lambda answer: answer.take_all(session.execute(sql)))


def failure(work: Callable[[], object]) -> LapwingError | None:
    """The error with which something ends, or None when it goes well; a defect is raised."""
    try:
        work()
    except LapwingError as error:
        return error
    return None
