"""A server's data as its own program makes it: once a run, to be copied for every server that is started."""

from abc import ABC, abstractmethod

from helpers.servers.guarded import Guarded


class DataFolder(ABC):
    """A folder of the unprivileged account with a server's first data in it, and what else is needed to start it.

    Attributes:
        path: The data: to be copied, not to be used.
        programs: Where `_make` may put the server's programs, if they have to be brought first.
    """

    def __init__(self) -> None:
        self._guarded = Guarded()
        self.path = self._guarded.folder / "data"
        self.programs = self._guarded.folder / "programs"
        try:
            self._make(self._guarded)
        except BaseException:
            self.close()
            raise

    @abstractmethod
    def _make(self, guarded: Guarded) -> None:
        """Have the data made at `path`.

        Raises:
            ServerMissing: The server's programs cannot be had.
        """

    def close(self) -> None:
        """Remove it, and the programs with it."""
        self._guarded.close()
