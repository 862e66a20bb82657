"""What is asked and told when plugins are looked at, installed, updated and removed."""

from lapwing.domain.errors import ErrorFacts
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.plugins.facts import Trust
from lapwing.domain.plugins.manifest import Manifest


@dataclass(frozen=True, slots=True)
class ReadPackage:
    """Look at a package; none of its code is run, and nothing is changed.

    Attributes:
        source: Path of a folder, a `.py` file, a `.zip` or a `.whl`; or `index:ID`, what the indexes have of a plugin.
        wheels: Where its Python requirements are looked for before the places of `PluginSources`: folders with wheels,
            or URLs of indexes (PEP 503).
    """

    source: str
    wheels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RequirementFacts:
    """A Python package that comes with the plugin.

    Attributes:
        origin: Path or URL of its wheel; empty when Lapwing itself has it.
    """

    name: str
    version: str
    origin: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True)
class PackageFacts:
    """A package before anything of it is installed. All of its texts are hostile.

    Attributes:
        sha256: Of all its files; goes with `InstallPlugin`, so that what is installed is what was shown.
        files, size: How many files, and their bytes.
        trust: SIGNED: by a key that the person trusts, or named by an index that is signed by one.
        key, key_name: The key that signed it (`SHA256:...`), and what it is called here; empty: unsigned, unknown.
        installed: The version that is installed; empty: none.
        asks: Permissions that were not agreed to yet: all of a new plugin, what an update widens.
        drops: Permissions that the installed version has and this one does not want any more.
        is_downgrade: Whether the installed version is a later one.
        requirements: Python packages that it needs, as they would be put beside it.
        missing: Other plugins that it needs and that must be installed, updated or enabled before.
        problem: Why it cannot be installed; None: it can.
    """

    manifest: Manifest
    source: str
    sha256: str
    files: int = 0
    size: int = 0
    trust: Trust = Trust.UNSIGNED
    key: str = ""
    key_name: str = ""
    installed: str = ""
    asks: tuple[str, ...] = ()
    drops: tuple[str, ...] = ()
    is_downgrade: bool = False
    requirements: tuple[RequirementFacts, ...] = ()
    missing: tuple[str, ...] = ()
    problem: ErrorFacts | None = None


@dataclass(frozen=True, slots=True)
class InstallPlugin:
    """Install a package, or put it in the place of the version that is installed.

    Attributes:
        source, wheels: As in `ReadPackage`.
        sha256: What was shown; another package is refused.
        granted: The permissions that the person agreed to; all that the manifest names must be among them.
        allow_downgrade: Whether the person wants an earlier version than the one that is installed.
        enable: Whether it is to run from now on.
    """

    source: str
    sha256: str
    granted: tuple[str, ...] = ()
    wheels: tuple[str, ...] = ()
    allow_downgrade: bool = False
    enable: bool = True


@dataclass(frozen=True, slots=True)
class UpdatePlugin:
    """Put the version that an index has in the place of the one that is installed (`InstallPlugin` of `index:ID`)."""

    plugin_id: str
    sha256: str
    granted: tuple[str, ...] = ()
    wheels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PluginInstalled:
    """What was done."""

    plugin_id: str
    version: str
    before: str = ""


@dataclass(frozen=True, slots=True)
class RemovePlugin:
    """Remove a plugin.

    Attributes:
        keep_data: Whether what it keeps in its data folder, and its settings, stay for the next time.
    """

    plugin_id: str
    keep_data: bool = True


@dataclass(frozen=True, slots=True)
class IndexRequest:
    """What can be installed from indexes.

    Attributes:
        place: An index by path or URL; empty: the one that came with Lapwing, and those of `PluginSources`.
    """

    place: str = ""


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


@dataclass(frozen=True, slots=True)
class IndexFacts:
    """An index as it was read.

    Attributes:
        key: That signed it (`SHA256:...`); empty: it came with Lapwing.
        is_trusted: Whether the person trusts that key; entries of an index that is not trusted are shown, and what is
            installed from it counts as unsigned.
        error: Why it could not be read; its entries are missing then.
    """

    place: str
    key: str = ""
    key_name: str = ""
    is_trusted: bool = False
    error: ErrorFacts | None = None


@dataclass(frozen=True, slots=True)
class PluginIndex:
    """The newest version of each plugin that works with this Lapwing, or the newest of all where none does."""

    entries: tuple[IndexEntry, ...] = ()
    indexes: tuple[IndexFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class PluginSources:
    """Where plugins and what they require are found.

    Attributes:
        indexes: Paths or URLs of indexes, beside the one that came with Lapwing.
        wheels: Folders with wheels, or URLs of indexes of Python packages (PEP 503).
    """

    indexes: tuple[str, ...] = ()
    wheels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TrustedKey:
    """A key whose signatures the person trusts.

    Attributes:
        key: `SHA256:` and the hash of the public key, as people compare it.
        public: The public key itself, in base64.
    """

    key: str
    name: str
    public: str
    added_at: float = 0.0


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
    """Trust a key no more; what was installed stays."""

    key: str


@dataclass(frozen=True, slots=True)
class TrustedKeys:
    keys: tuple[TrustedKey, ...] = ()
    notice: str = ""
