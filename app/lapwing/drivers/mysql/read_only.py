"""What a read-only session lets through to the server."""

from lapwing.domain.errors import ReadOnlyRefused

_READING = frozenset({"SELECT", "SHOW", "DESCRIBE", "DESC", "EXPLAIN", "TABLE", "VALUES", "USE", "HELP", "CHECKSUM"})


def check(verb: str) -> None:
    """Refuse what may change something.

    Raises:
        ReadOnlyRefused
    """
    if verb not in _READING:
        raise ReadOnlyRefused(what=verb or "this statement")
