"""Secrets in variables of the environment that Lapwing was started with."""

import os

from lapwing.domain.secret_errors import SecretNotText, SecretVariableMissing
from lapwing.domain.secrets import Secret


def read_variable(name: str, connection: str) -> Secret:
    """The variable's content.

    Args:
        connection: The connection's name, for errors.

    Raises:
        SecretVariableMissing: It is not set, or empty.
        SecretNotText: It holds bytes that are not UTF-8.
    """
    text = os.environ.get(name, "")
    if not text:
        raise SecretVariableMissing(connection=connection)
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        raise SecretNotText
    return Secret(text)
