"""Figures in the text format of Prometheus (prometheus.io/docs/instrumenting/exposition_formats, version 0.0.4)."""

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

CONTENT_TYPE: Final = "text/plain; version=0.0.4; charset=utf-8"
Labels = tuple[tuple[str, str], ...]
_NOT_IN_NAMES: Final = re.compile(r"[^a-zA-Z0-9_]")
_LABEL: Final = re.compile(r"[a-zA-Z_][a-zA-Z0-9_]*")


@dataclass(frozen=True, slots=True)
class Sample:
    """One figure of a family. `suffix` is what its name has behind that of the family, such as `_sum`."""

    labels: Labels
    value: float
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Family:
    """Figures of one name. `kind`: counter, gauge, histogram."""

    name: str
    kind: str
    help: str
    samples: tuple[Sample, ...]


def name_of(text: str) -> str:
    """A name of a metric or label: what may not be in it becomes an underscore."""
    made = _NOT_IN_NAMES.sub("_", text)
    return made if made and not made[0].isdigit() else f"_{made}"


def label_pairs(labels: Mapping[str, str]) -> Labels:
    """Labels by their names, in order; those that begin with two underscores are Prometheus's own."""
    pairs = {name_of(name): value for name, value in labels.items()}
    return tuple(
        sorted((name if not name.startswith("__") else name.lstrip("_") or "_", v) for name, v in pairs.items())
    )


def labels_in(lines: Iterable[str]) -> dict[str, str]:
    """Labels of lines such as `team=data`.

    Raises:
        ValueError: A line is none, in a sentence.
    """
    found = {}
    for line in lines:
        name, equals, value = line.partition("=")
        if not equals or not _LABEL.fullmatch(name.strip()) or name.strip().startswith("__"):
            raise ValueError(f"“{line[:80]}” is no label. Write one such as team=data.")
        found[name.strip()] = value.strip()
    return found


def exposition(families: Iterable[Family]) -> bytes:
    """The whole text."""
    return "".join(line for family in families for line in _lines(family)).encode(errors="replace")


def _lines(family: Family) -> Iterator[str]:
    told = family.help.replace("\\", r"\\").replace("\n", r"\n")
    yield f"# HELP {family.name} {told}\n# TYPE {family.name} {family.kind}\n"
    for sample in family.samples:
        pairs = ",".join(f'{name}="{_escaped(value)}"' for name, value in sample.labels)
        labels = f"{{{pairs}}}" if pairs else ""
        yield f"{family.name}{sample.suffix}{labels} {number(sample.value)}\n"


def number(value: float) -> str:
    """A value as Go reads it."""
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "+Inf" if value > 0 else "-Inf"
    return repr(value)


def _escaped(value: str) -> str:
    return value.replace("\\", r"\\").replace("\n", r"\n").replace('"', r"\"")
