"""How a run tells its owner what happens, from its own thread."""

from collections.abc import Callable

from lapwing.domain.events import Event
from lapwing.engine.running.control import RunControl


class Outlet:
    """The way to a run's owner. Any thread."""

    def __init__(self, post: Callable[[Event], None], is_full: Callable[[], bool], control: RunControl) -> None:
        self.post = post
        self._is_full = is_full
        self._control = control

    def wait_for_room(self) -> None:
        """Do not run ahead of an owner who does not read."""
        while self._is_full() and not self._control.cancelled:
            self._control.wait(0.02)
