"""What makes a read-only SQLite session hold: an authorizer beside `mode=ro` and `query_only`.

Opening read-only protects the main file; ATTACH (which VACUUM INTO uses as well) could still write others, pragmas
could switch `query_only` off, extensions could do anything. The authorizer sees every step of a statement while it is
prepared. Source of the action codes: sqlite.org/c3ref/c_alter_table.html.
"""

from typing import Final

import apsw

READING_PRAGMAS: Final = frozenset(
    """
    application_id auto_vacuum busy_timeout cache_size cell_size_check collation_list compile_options data_version
    database_list encoding foreign_key_check foreign_key_list foreign_keys freelist_count function_list index_info
    index_list index_xinfo integrity_check journal_mode journal_size_limit locking_mode max_page_count mmap_size
    module_list page_count page_size pragma_list query_only quick_check read_uncommitted recursive_triggers
    schema_version secure_delete stats synchronous table_info table_list table_xinfo temp_store threads user_version
    wal_autocheckpoint
    """.split()  # noqa: SIM905 - a list of words reads better than one of strings
)
_WITH_ARGUMENT: Final = frozenset(
    """
    foreign_key_check foreign_key_list index_info index_list index_xinfo integrity_check quick_check table_info
    table_list table_xinfo
    """.split()  # noqa: SIM905
)
_READING: Final = {
    apsw.SQLITE_SELECT,
    apsw.SQLITE_READ,
    apsw.SQLITE_RECURSIVE,
    apsw.SQLITE_TRANSACTION,
    apsw.SQLITE_SAVEPOINT,
}
_REFUSED_FUNCTIONS: Final = {"load_extension", "writefile", "edit", "fts3_tokenizer"}


class ReadOnlyGuard:
    """The authorizer of one session.

    Attributes:
        refused: What was refused last, in words; empty when nothing was.
    """

    def __init__(self) -> None:
        self.refused = ""

    def __call__(
        self, action: int, first: str | None, second: str | None, _database: str | None, _trigger: str | None
    ) -> int:
        if self._allows(action, first, second):
            return apsw.SQLITE_OK
        name = str(apsw.mapping_authorizer_function.get(action, "a change"))
        words = name.removeprefix("SQLITE_").replace("_", " ")
        details = {apsw.SQLITE_PRAGMA: first, apsw.SQLITE_FUNCTION: second}
        self.refused = f"{words} {details.get(action) or ''}".strip()
        return apsw.SQLITE_DENY

    @staticmethod
    def _allows(action: int, first: str | None, second: str | None) -> bool:
        if action == apsw.SQLITE_PRAGMA:
            name = (first or "").lower()
            return name in READING_PRAGMAS and (second is None or name in _WITH_ARGUMENT)
        if action == apsw.SQLITE_FUNCTION:
            return (second or "").lower() not in _REFUSED_FUNCTIONS
        return action in _READING
