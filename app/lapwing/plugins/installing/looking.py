"""What a package would change, worked out before anything is changed."""

from collections.abc import Sequence
from dataclasses import replace

from packaging.requirements import Requirement
from packaging.version import Version

from lapwing.domain.errors import LapwingError
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.plugins.facts import Trust
from lapwing.domain.plugins.installing import PackageFacts
from lapwing.domain.plugins.installing_errors import PluginComesWithLapwing, PluginUnfit
from lapwing.domain.plugins.sources import IndexFacts, TrustedKey
from lapwing.plugins.installing.finding import WheelPlaces
from lapwing.plugins.installing.known import (
    KnownPlugin,
    check_circle,
    check_lapwing,
    known_plugins,
    missing_plugins,
    needs_plugins,
    revoked_error,
)
from lapwing.plugins.installing.register import StoredPlugins
from lapwing.plugins.installing.requirements import Chosen, choose
from lapwing.plugins.packages.digest import digest_of
from lapwing.plugins.packages.folders import files_in_folder
from lapwing.plugins.packages.package import Package


@dataclass(frozen=True, slots=True)
class Looked:
    """A package with what it would change.

    Attributes:
        facts: For the person.
        chosen: How its requirements are met; empty where there is a problem.
        problem: Why it cannot be installed; None: it can.
    """

    package: Package
    facts: PackageFacts
    chosen: Chosen
    problem: LapwingError | None

    @property
    def signed_by(self) -> str:
        """The key in the package's own signature; empty: it has none."""
        return _signer(self.package)


def look(
    package: Package,
    stored: StoredPlugins,
    source: str,
    wheels: Sequence[str],
    vouched_by: TrustedKey | None = None,
    index: IndexFacts | None = None,
) -> Looked:
    """Work out what a package would change. Blocking: its requirements are looked for.

    Args:
        vouched_by: A trusted key that signed the index in which the package's hash stands.
        index: That index, whether it is trusted or not; None: it is from none.
    """
    known = known_plugins(stored)
    manifest = package.manifest
    enabled = {key: each.manifest for key, each in known.items() if each.record.is_enabled and key != manifest.id}
    key = _trusted(package, stored) or vouched_by
    revoked = stored.revocation(_signer(package), key.key if key else "")
    chosen, problem = Chosen(), None
    try:
        if revoked is not None:
            raise revoked_error(manifest.name, revoked)
        _check(package, known, key, stored)
        chosen = choose(manifest, WheelPlaces(wheels))
        chosen.files()
    except LapwingError as error:
        problem = error
    missing = missing_plugins(manifest, enabled)
    if problem is None and missing:
        problem = needs_plugins(manifest, missing)
    before = known.get(manifest.id)
    facts = _facts(package, source, before, key, chosen, missing, problem)
    return Looked(
        package, replace(facts, trust=Trust.REVOKED if revoked else facts.trust, index=index), chosen, problem
    )


def look_at_bundled(plugin_id: str, stored: StoredPlugins) -> Looked | None:
    """The same for one that comes with Lapwing, of which only the choice to use it is kept; None: none of those."""
    known = known_plugins(stored).get(plugin_id)
    if known is None or known.record.trust is not Trust.BUNDLED:
        return None
    files = files_in_folder(known.folder)
    package = Package(str(known.folder), known.manifest, files, digest_of(files))
    enabled = {key: each.manifest for key, each in known_plugins(stored).items() if each.record.is_enabled}
    missing = missing_plugins(known.manifest, enabled)
    problem = known.problem or (needs_plugins(known.manifest, missing) if missing else None)
    asks = () if known.record.is_enabled else known.manifest.permissions
    facts = PackageFacts(
        known.manifest,
        f"index:{plugin_id}",
        package.sha256,
        len(files),
        package.size,
        Trust.BUNDLED,
        asks=asks,
        missing=missing,
        problem=problem.to_wire() if problem else None,
    )
    return Looked(package, facts, Chosen(), problem)


def _signer(package: Package) -> str:
    """The key in its own signature; empty: it has none."""
    return package.signature.key if package.signature else ""


def _trusted(package: Package, stored: StoredPlugins) -> TrustedKey | None:
    public = package.signature.public if package.signature else ""
    return next((key for key in stored.keys if key.public == public), None)


def _check(package: Package, known: dict[str, KnownPlugin], key: TrustedKey | None, stored: StoredPlugins) -> None:
    """Everything but requirements and other plugins that are missing."""
    manifest = package.manifest
    before = known.get(manifest.id)
    if before is not None and before.record.trust is Trust.BUNDLED:
        raise PluginComesWithLapwing(name=before.manifest.name)
    check_lapwing(manifest)
    is_bound = before is not None and bool(before.record.key) and stored.revocation(before.record.key) is None
    if before is not None and is_bound and (key is None or key.key != before.record.key):
        reason = f"the installed version is signed by the key {before.record.key}, and this one is not."
        advice = "Get one that is, or remove the installed version first if you know why."
        raise PluginUnfit(name=manifest.name, reason=reason, advice=advice)
    others = {key: each.manifest for key, each in known.items() if each.record.is_enabled}
    check_circle(manifest, others)
    for other in others.values():
        for need in map(Requirement, other.plugins):
            if need.name == manifest.id and not need.specifier.contains(manifest.version, prereleases=True):
                reason = f"{other.name} needs it in {need.specifier}, and this is {manifest.version}."
                raise PluginUnfit(name=manifest.name, reason=reason, advice=f"Update {other.name} first.")


def _facts(
    package: Package,
    source: str,
    before: KnownPlugin | None,
    key: TrustedKey | None,
    chosen: Chosen,
    missing: tuple[str, ...],
    problem: LapwingError | None,
) -> PackageFacts:
    manifest = package.manifest
    granted = before.record.granted if before else ()
    shown = key.key if key else package.signature.key if package.signature else ""
    return PackageFacts(
        manifest,
        source,
        package.sha256,
        len(package.files),
        package.size,
        Trust.SIGNED if key else Trust.UNSIGNED,
        shown,
        key.name if key else "",
        before.record.version if before else "",
        tuple(each for each in manifest.permissions if each not in granted),
        tuple(each for each in granted if each not in manifest.permissions),
        before is not None and Version(before.record.version) > Version(manifest.version),
        chosen.facts(),
        missing,
        problem.to_wire() if problem else None,
    )
