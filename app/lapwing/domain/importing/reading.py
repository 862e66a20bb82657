"""A file of connections, whosever it is."""

from collections.abc import Callable
from typing import Final

from lapwing.domain.importing.azure_data_studio import read_azure_data_studio
from lapwing.domain.importing.candidates import Candidates, ImportUnknown
from lapwing.domain.importing.dbeaver import read_dbeaver
from lapwing.domain.importing.option_file import read_option_file
from lapwing.domain.importing.own import read_own
from lapwing.domain.importing.password_file import read_password_file
from lapwing.domain.importing.pgadmin import read_pgadmin

LONGEST_TEXT: Final = 8_000_000
"""Characters; what is longer is no list of connections."""
Reader = Callable[[str], Candidates | None]
_READERS: Final[tuple[Reader, ...]] = (
    read_own,
    read_dbeaver,
    read_pgadmin,
    read_azure_data_studio,
    read_option_file,
    read_password_file,
)


def read_candidates(path: str, text: str) -> Candidates:
    """What a file holds; the first reader that knows it decides.

    Raises:
        ImportUnknown: None knows it.
    """
    if len(text) > LONGEST_TEXT:
        raise ImportUnknown(path=path, reason="it is too long for a list of connections.")
    for read in _READERS:
        found = read(text.removeprefix("\ufeff"))
        if found is not None:
            if not found.found:
                raise ImportUnknown(path=path, reason=f"it is a file of {found.program} without connections.")
            return found
    raise ImportUnknown(path=path, reason="it is no file that Lapwing knows.")
