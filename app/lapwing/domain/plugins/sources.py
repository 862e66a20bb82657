"""Where plugins are from: indexes with the keys that sign them, keys that a person trusts, keys that are revoked."""

from dataclasses import field
from typing import Final

from lapwing.domain.errors import ErrorFacts
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.plugins.facts import Enforcement

BUNDLED: Final = "bundled:"
"""Before the id of a plugin that comes with Lapwing, where others in an index have an address."""


@dataclass(frozen=True, slots=True)
class IndexSource:
    """An index that a person named.

    Attributes:
        place: Its path, or its URL without anything secret.
        name: What the person calls it.
        key: `SHA256:...` of the key that a person compared with what its owner tells, and that alone may sign it;
            empty: nobody has, so that nothing in it is vouched for.
        is_on: Whether it is asked.
    """

    place: str
    name: str = ""
    key: str = ""
    is_on: bool = True


@dataclass(frozen=True, slots=True)
class PluginSources:
    """Where plugins and what they require are found.

    Attributes:
        indexes: Beside the one that comes with Lapwing.
        wheels: Folders with wheels, or URLs of indexes of Python packages (PEP 503).
        shipped_is_on: Whether the index that comes with Lapwing is asked; it cannot be removed.
    """

    indexes: tuple[IndexSource, ...] = ()
    wheels: tuple[str, ...] = ()
    shipped_is_on: bool = True


@dataclass(frozen=True, slots=True)
class IndexRequest:
    """What can be installed from indexes, or one index.

    Attributes:
        place: An index by path or URL; empty: the one that comes with Lapwing, and those of `PluginSources`.
        is_fetched: Whether indexes are asked now; otherwise what they said last is told.
    """

    place: str = ""
    is_fetched: bool = True


@dataclass(frozen=True, slots=True)
class AddIndex:
    """Look for plugins in an index from now on, or accept another key of one that is known.

    Attributes:
        key: `SHA256:...` of the key that signs it, as the person compared it.
        name: What the person calls it; empty: its host or file name.
    """

    place: str
    key: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class SwitchIndex:
    """Ask an index, or do not.

    Attributes:
        place: Empty: the index that comes with Lapwing.
    """

    place: str
    is_on: bool


@dataclass(frozen=True, slots=True)
class SetWheelPlaces:
    """Look for what plugins require in these places and no others, in this order."""

    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A version of a plugin in an index.

    Attributes:
        lapwing: The versions of Lapwing that it works with.
        url: Of the package; relative to the index, or `bundled:ID` for one that comes with Lapwing.
        sha256, size: Of the package file; empty and 0 for one that comes with Lapwing.
        index: The place of the index that has it.
        installed: The version that is installed; empty: none.
        fits: Whether it works with this Lapwing.
        is_later: Whether it is a later version than the one that is installed.
    """

    id: str
    name: str
    version: str
    description: str = ""
    author: str = ""
    license: str = ""
    homepage: str = ""
    lapwing: str = ""
    url: str = ""
    sha256: str = ""
    size: int = 0
    permissions: tuple[str, ...] = ()
    index: str = ""
    installed: str = ""
    fits: bool = True
    is_later: bool = False

    @property
    def is_bundled(self) -> bool:
        """Whether it comes with Lapwing."""
        return self.url.startswith(BUNDLED)

    @property
    def is_update(self) -> bool:
        """Whether it would take the place of what is installed."""
        return self.is_later and self.fits


@dataclass(frozen=True, slots=True)
class IndexFacts:
    """An index as it was read.

    Attributes:
        name: What the person calls it.
        key: That signed what is told of it (`SHA256:...`); empty: it comes with Lapwing, or could not be read.
        pinned: The key that alone may sign it; empty: nobody has compared one yet.
        is_trusted: Whether it vouches for what it has: it comes with Lapwing, or its key was compared, or is one that
            the person trusts, and it has not expired. What is installed from another counts as unsigned.
        is_shipped: Whether it comes with Lapwing.
        is_on: Whether it is asked.
        made_at, expires_at: Unix seconds, as it says itself; 0: it says nothing.
        kept_at: When what is told was fetched, where it could not be read now; 0: it is as it is now.
        plugins: How many entries it has.
        error: Why it could not be read, or is not believed.
    """

    place: str
    name: str = ""
    key: str = ""
    pinned: str = ""
    is_trusted: bool = False
    is_shipped: bool = False
    is_on: bool = True
    made_at: float = 0.0
    expires_at: float = 0.0
    has_expired: bool = False
    kept_at: float = 0.0
    plugins: int = 0
    error: ErrorFacts | None = None


@dataclass(frozen=True, slots=True)
class PluginIndex:
    """One version of each plugin: of what works with this Lapwing, what a trusted index has, and of that the newest.

    Attributes:
        indexes: Also those that are off, of which nothing is told but their names.
        enforcement: What the system would enforce of a plugin's permissions here.
    """

    entries: tuple[IndexEntry, ...] = ()
    indexes: tuple[IndexFacts, ...] = ()
    enforcement: Enforcement = field(default_factory=Enforcement)


@dataclass(frozen=True, slots=True)
class TrustedKey:
    """A key whose signatures the person trusts.

    Attributes:
        key: `SHA256:` and the hash of the public key, as people compare it.
        public: The public key itself, in base64; empty: it signs an index, and nothing else of it is known.
    """

    key: str
    name: str
    public: str
    added_at: float = 0.0


@dataclass(frozen=True, slots=True)
class RevokedKey:
    """A key that nothing may be signed by any more: it was lost, or is in wrong hands.

    Attributes:
        reason: In the words of who revoked it.
        index: The place of the index that says so; empty: the person does.
    """

    key: str
    name: str = ""
    reason: str = ""
    index: str = ""
    revoked_at: float = 0.0


@dataclass(frozen=True, slots=True)
class TrustKey:
    """Trust a key from now on.

    Attributes:
        key: `SHA256:...` of the key that signed `source`, the public key in base64, or the path of a `.pub` file.
        name: What the person calls it.
        source: The package or index that shows the key, where `key` is only its hash.
    """

    key: str
    name: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class DistrustKey:
    """Trust a key no more, or take back that it was revoked. `key` is its hash, or what the person calls it."""

    key: str


@dataclass(frozen=True, slots=True)
class RevokeKey:
    """Run nothing that a key signed: what is installed of it is stopped. `key` as in `DistrustKey`, or any hash."""

    key: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class TrustedKeys:
    keys: tuple[TrustedKey, ...] = ()
    revoked: tuple[RevokedKey, ...] = ()
    problems: tuple[ErrorFacts, ...] = ()
