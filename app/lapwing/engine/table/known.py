"""Tables that were looked at, so that each page and each change need not ask the catalogue again."""

import threading
from weakref import WeakKeyDictionary

from lapwing.drivers.base import Session
from lapwing.drivers.table_access import TableAccess


class KnownTables:
    """By session, since a session has tables that no other one sees. Any thread."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._tables: WeakKeyDictionary[Session, dict[tuple[str, str], TableAccess]] = WeakKeyDictionary()

    def find(self, session: Session, schema: str, name: str) -> TableAccess:
        """A table as it is known, or as `read` gives it."""
        with self._guard:
            found = self._tables.get(session, {}).get((schema, name))
        return found if found is not None else self.read(session, schema, name)

    def read(self, session: Session, schema: str, name: str) -> TableAccess:
        """A table as the catalogue has it now. Session's thread; raises what reading the catalogue raises."""
        found = session.catalog.table(schema, name)
        with self._guard:
            self._tables.setdefault(session, {})[(schema, name)] = found
        return found

    def forget(self) -> None:
        """Some table has changed."""
        with self._guard:
            self._tables = WeakKeyDictionary()
