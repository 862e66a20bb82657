"""What object a statement is about, from its first words."""

from collections.abc import Sequence

from lapwing.sql.dialect import Dialect
from lapwing.sql.significant import Significant, unquoted


def target_of(dialect: Dialect, verb: str, tokens: Sequence[Significant]) -> str | None:
    """The name of the object, without quotes and with dots between its parts.

    Args:
        verb: In upper case.
        tokens: Those of the statement from its verb on.
    """
    if verb == "ATTACH":
        index = _behind_as(tokens)
    else:
        path = dialect.safety.target_paths.get(verb)
        index = path.name_index([token.word for token in tokens], [token.text for token in tokens]) if path else None
    return None if index is None or not tokens[index].can_be_name else _name_at(dialect, tokens, index)


def _behind_as(tokens: Sequence[Significant]) -> int | None:
    for index, token in enumerate(tokens[:-1]):
        if token.word == "AS" and token.depth == 0:
            return index + 1
    return None


def _name_at(dialect: Dialect, tokens: Sequence[Significant], index: int) -> str:
    parts = [unquoted(dialect, tokens[index].text)]
    while index + 2 < len(tokens) and tokens[index + 1].text == "." and tokens[index + 2].can_be_name:
        index += 2
        parts.append(unquoted(dialect, tokens[index].text))
    return ".".join(parts)
