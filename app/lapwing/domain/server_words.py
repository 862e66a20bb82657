"""What a server says beside its error: a detail, and what it advises."""

from collections.abc import Iterator, Mapping


def words_beside(facts: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """The kind (`detail` or `hint`) and the words of each, from the facts of a `StatementFailed`."""
    for kind, name in (("detail", "detail"), ("hint", "server_hint")):
        words = facts.get(name)
        if isinstance(words, str) and words.strip():
            yield kind, words.strip()


def as_sentence(words: str) -> str:
    """A server's words with an end."""
    return words if words.endswith((".", "!", "?")) else f"{words}."
