"""What is asked and told when plugins are looked at, installed, updated and removed."""

from dataclasses import field

from lapwing.domain.errors import ErrorFacts
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.plugins.facts import Enforcement, Trust
from lapwing.domain.plugins.manifest import Manifest
from lapwing.domain.plugins.sources import IndexFacts


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
        index: The index that it is from, and its state: that it has expired, or could not be asked; None: from none.
        installed: The version that is installed; empty: none.
        asks: Permissions that were not agreed to yet: all of a new plugin, what an update widens.
        drops: Permissions that the installed version has and this one does not want any more.
        is_downgrade: Whether the installed version is a later one.
        requirements: Python packages that it needs, as they would be put beside it.
        missing: Other plugins that it needs and that must be installed, updated or enabled before.
        problem: Why it cannot be installed; None: it can.
        enforcement: What the system would enforce of its permissions here.
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
    index: IndexFacts | None = None
    enforcement: Enforcement = field(default_factory=Enforcement)


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
