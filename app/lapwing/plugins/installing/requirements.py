"""Which wheels a plugin is given for its requirements: the newest that fit together, or a sentence why none do.

Depth first with going back, as small sets allow: each requirement is met by what was chosen already, by a package of
Lapwing's own, or by the newest wheel that fits; where that leads nowhere, by the next.
"""

import platform
from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import Final

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from lapwing.domain.errors import LapwingError
from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.plugins.installing import RequirementFacts
from lapwing.domain.plugins.installing_errors import PackageUnreadable, RequirementMissing
from lapwing.domain.plugins.manifest import Manifest
from lapwing.plugins.installing.environment import IN_USE, own_packages
from lapwing.plugins.installing.fetching import shown
from lapwing.plugins.installing.finding import Offer, WheelPlaces, fits_python
from lapwing.plugins.packages.archives import MOST_BYTES
from lapwing.plugins.packages.names import clash_among

_MOST_STEPS: Final = 2_000
_MOST_WHEELS: Final = 100


@dataclass(frozen=True, slots=True)
class Chosen:
    """How requirements are met.

    Attributes:
        wheels: What is put beside the plugin, by name.
        relies_on: What Lapwing has itself: name to the range that is asked for.
    """

    wheels: Mapping[str, Offer] = field(default_factory=dict)
    relies_on: Mapping[str, str] = field(default_factory=dict)

    def facts(self) -> tuple[RequirementFacts, ...]:
        own = own_packages() if self.relies_on else {}
        theirs = [RequirementFacts(name, str(own[name])) for name in self.relies_on]
        ours = [
            RequirementFacts(name, str(offer.version), shown(offer.origin), len(offer.data))
            for name, offer in self.wheels.items()
        ]
        return tuple(sorted((*theirs, *ours), key=lambda each: each.name))

    def files(self) -> dict[str, bytes]:
        """All files of the wheels, as they lie in one folder.

        Raises:
            PackageUnreadable: Two wheels have the same file.
        """
        found: dict[str, bytes] = {}
        for name, offer in self.wheels.items():
            for path, data in offer.wheel.files.items():
                if found.get(path, data) != data:
                    raise PackageUnreadable(
                        path=name, reason=f"it has the file {path}, which another package has, too."
                    )
                found[path] = data
        if clash := clash_among(found):
            raise PackageUnreadable(path="The requirements", reason=clash)
        if sum(map(len, found.values())) > MOST_BYTES:
            raise PackageUnreadable(path="The requirements", reason=f"they are larger than {MOST_BYTES >> 20} MB.")
        return found


@dataclass(frozen=True, slots=True)
class _Wish:
    """A requirement and who has it."""

    need: Requirement
    of: str

    @property
    def name(self) -> str:
        return canonicalize_name(self.need.name)

    def said(self) -> str:
        return f"{self.of} needs {self.need.name}{self.need.specifier}"


class _Stuck(Exception):
    """What was chosen leads nowhere; the sentence says why.

    Attributes:
        depth: How much had been chosen: where most had, lies what is worth telling.
    """

    def __init__(self, reason: str, depth: int = 0) -> None:
        super().__init__(reason)
        self.depth = depth


def choose(manifest: Manifest, places: WheelPlaces) -> Chosen:
    """How the requirements of a plugin are met. Blocking: wheels are looked into, and so fetched.

    Raises:
        RequirementMissing: They cannot be.
        FetchFailed: A place does not answer.
    """
    wishes = [_Wish(need, manifest.name) for need in map(Requirement, manifest.requires) if _counts(need, ())]
    try:
        return _Search(places).solve(wishes)
    except _Stuck as error:
        advice = "Give a folder or an index that has them." if not places else "Ask the plugin's author."
        raise RequirementMissing(name=manifest.name, reason=str(error), advice=advice) from error


def _counts(need: Requirement, extras: Iterable[str]) -> bool:
    return need.marker is None or any(need.marker.evaluate({"extra": extra}) for extra in ("", *extras))


class _Search:
    def __init__(self, places: WheelPlaces) -> None:
        self._places = places
        self._steps = 0

    def solve(self, wishes: list[_Wish]) -> Chosen:
        chosen = self._go_on(wishes, {}, {})
        own = {name: choice for name, choice in chosen.items() if isinstance(choice, str)}
        return Chosen({name: choice for name, choice in chosen.items() if isinstance(choice, Offer)}, own)

    def _go_on(
        self, ahead: list[_Wish], chosen: dict[str, Offer | str], why: dict[str, list[_Wish]]
    ) -> dict[str, Offer | str]:
        """Choices that meet the wishes ahead, beside those behind. A text is the range asked of Lapwing's own."""
        self._steps += 1
        if self._steps > _MOST_STEPS or len(chosen) > _MOST_WHEELS:
            raise _Stuck("what they need of each other is too much to be gone through.")
        if not ahead:
            return chosen
        wish, rest = ahead[0], ahead[1:]
        behind = why.get(wish.name, [])
        ways = self._ways(wish) if wish.name not in chosen else [chosen[wish.name]]
        stuck: _Stuck | None = None
        for way in ways:
            if not _fits(way, wish):
                stuck = _worse(stuck, _Stuck(_contradiction(wish, behind, way), len(chosen)))
                continue
            try:
                more = self._needs_of(way, wish, behind)
                merged = f"{way},{wish.need.specifier}".strip(",") if isinstance(way, str) else way
                return self._go_on([*rest, *more], {**chosen, wish.name: merged}, {**why, wish.name: [*behind, wish]})
            except _Stuck as error:
                stuck = _worse(stuck, error)
        raise stuck or _Stuck(self._nothing_fits(wish), len(chosen))

    def _ways(self, wish: _Wish) -> list[Offer | str]:
        own = own_packages().get(wish.name)
        if wish.name in IN_USE:
            if own is not None and wish.need.specifier.contains(own, prereleases=True):
                return [""]
            raise _Stuck(f"{wish.said()}, and Lapwing itself runs with {wish.need.name} {own or 'of this version'}.")
        ways: list[Offer | str] = [""] if own and wish.need.specifier.contains(own, prereleases=True) else []
        here = platform.python_version()
        fitting = [
            offer
            for offer in (self._places.offers(wish.name) if self._places else [])
            if wish.need.specifier.contains(offer.version, prereleases=True) and fits_python(offer.python, here)
        ]
        final = [offer for offer in fitting if not offer.version.is_prerelease]
        return [*ways, *(fitting if wish.need.specifier.prereleases or not final else final)]

    def _needs_of(self, way: Offer | str, wish: _Wish, behind: list[_Wish]) -> list[_Wish]:
        """What a choice needs itself; what was asked for by wishes behind is ahead already."""
        if isinstance(way, str):
            return []
        try:
            wheel = way.wheel
        except LapwingError as error:
            raise _Stuck(f"{wish.said()}; {error}") from error
        if not fits_python(wheel.python, platform.python_version()):
            raise _Stuck(f"{wish.said()}, and {wheel.name} {wheel.version} is for Python {wheel.python}.")
        extras = {extra for each in behind for extra in each.need.extras}
        known = [str(need) for need in wheel.requires if behind and _counts(need, extras)]
        asked = [need for need in wheel.requires if _counts(need, wish.need.extras) and str(need) not in known]
        return [_Wish(need, f"{wheel.name} {wheel.version}") for need in asked]

    def _nothing_fits(self, wish: _Wish) -> str:
        if not self._places:
            return f"{wish.said()}, and no folder or index was given in which to find it."
        have = ", ".join(str(offer.version) for offer in self._places.offers(wish.name)[:5])
        return f"{wish.said()}, and there {f'are only the versions {have}' if have else 'is no pure wheel of it'}."


def _worse(known: _Stuck | None, other: _Stuck) -> _Stuck:
    return known if known is not None and known.depth >= other.depth else other


def _fits(way: Offer | str, wish: _Wish) -> bool:
    version = own_packages()[wish.name] if isinstance(way, str) else way.version
    return wish.need.specifier.contains(version, prereleases=True)


def _contradiction(wish: _Wish, behind: list[_Wish], way: Offer | str) -> str:
    version: Version = own_packages()[wish.name] if isinstance(way, str) else way.version
    others = " and ".join(each.said() for each in behind)
    return f"{wish.said()}, but {others}, for which {version} was the best choice."
