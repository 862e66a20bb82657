"""What every place that keeps secrets can do."""

from typing import Protocol

from lapwing.domain.secrets import Secret


class KeepsSecrets(Protocol):
    """A place that keeps secrets under names. Blocking; any thread."""

    def get(self, name: str) -> Secret | None:
        """The secret of that name, or None when none is kept.

        Raises:
            SecretUnavailable: The place cannot be reached or opened.
        """
        ...

    def put(self, name: str, secret: Secret) -> None:
        """Keep a secret, in place of one that has the same name.

        Raises:
            SecretUnavailable: The place cannot be reached or opened; what it held it still holds.
        """
        ...

    def remove(self, name: str) -> bool:
        """Whether there was one to remove.

        Raises:
            SecretUnavailable: The place cannot be reached or opened.
        """
        ...

    def in_words(self) -> str:
        """Its name within a sentence, such as "the keyring"."""
        ...
