"""Nothing that ships with Lapwing is under the GPL, the AGPL or a licence that nobody has looked at."""

import importlib.metadata
import re
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[2]

ALLOWED = {
    *("0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "ISC", "MIT", "MIT-0", "PSF-2.0", "Zlib"),
    *("EPL-2.0", "LGPL-2.1-or-later", "LGPL-3.0-only", "LGPL-3.0-or-later", "MPL-2.0"),
}
"""SPDX names. The LGPL is fine because its libraries stay replaceable in everything that is built; so is the EPL-2.0,
which asks for its own files alone, and which is chosen where asyncssh offers it beside the GPL."""

CLASSIFIERS = {
    "License :: OSI Approved :: Apache Software License": "Apache-2.0",
    "License :: OSI Approved :: BSD License": "BSD-3-Clause",
    "License :: OSI Approved :: ISC License (ISCL)": "ISC",
    "License :: OSI Approved :: MIT License": "MIT",
}

_WINDOWS = "only installed on Windows, so its metadata is not here to be read"

REVIEWED = {
    "apsw": ("Zlib", "its metadata says `any-OSI`; its LICENSE is the text of zlib, or any OSI licence at our choice"),
    "asyncssh": (
        "EPL-2.0",
        "its metadata's one classifier says no more than `OSI Approved`; its licence is EPL-2.0 OR GPL-2.0-or-later",
    ),
    "colorama": ("BSD-3-Clause", _WINDOWS),
    "httpx2-jsfetch": ("BSD-3-Clause", "only installed in browsers, so its metadata is not here to be read"),
    "pywin32-ctypes": ("BSD-3-Clause", _WINDOWS),
    "tzdata": ("Apache-2.0", _WINDOWS),
}
"""Package to (licence, why the metadata is not enough)."""


def shipped() -> list[str]:
    """Every package of the run-time lock, wherever it is installed."""
    lock = (ROOT / "packaging/requirements/run.txt").read_text("utf-8")
    return [Requirement(line.rstrip("\\")).name for line in lock.splitlines() if re.match(r"\w", line)]


def licence_of(package: str) -> str:
    """An SPDX expression, from the review table, else from the metadata's best statement; empty when it has none."""
    if package in REVIEWED:
        return REVIEWED[package][0]
    facts = importlib.metadata.metadata(package).json
    if "license_expression" in facts:
        return str(facts["license_expression"])
    classifiers = [text for text in facts.get("classifier", []) if text.startswith("License ::")]
    if classifiers:
        return " AND ".join(CLASSIFIERS.get(text, text.rpartition(":: ")[2].replace(" ", "-")) for text in classifiers)
    return str(facts.get("license", ""))


def is_allowed(expression: str) -> bool:
    """Whether some way through `expression` needs only allowed licences; never for one that cannot be read."""
    operators = {"(": "(", ")": ")", "AND": "and", "OR": "or"}
    tokens = re.findall(r"\(|\)|[^\s()]+", expression)
    try:
        return bool(eval(" ".join(operators.get(token, str(token in ALLOWED)) for token in tokens)))
    except SyntaxError:
        return False


@pytest.mark.parametrize("package", shipped())
def test_a_shipped_package_has_an_allowed_licence(package: str) -> None:
    assert is_allowed(licence_of(package)), f"{package}: {licence_of(package)!r}"


@pytest.mark.parametrize(
    "expression",
    [
        "GPL-3.0-only",
        "AGPL-3.0-or-later",
        "MIT AND GPL-2.0-only",
        "(MIT OR ISC) AND GPL-2.0-only",
        "LicenseRef-ours",
        "GPL-2.0-or-later WITH Classpath-exception-2.0",
        "",
        "see the file LICENSE",
    ],
)
def test_what_is_not_allowed_is_refused(expression: str) -> None:
    assert not is_allowed(expression)


@pytest.mark.parametrize(
    "expression", ["MIT", "LGPL-3.0-only OR GPL-2.0-only", "BSD-3-Clause AND (GPL-3.0-only OR MIT)"]
)
def test_what_is_allowed_passes(expression: str) -> None:
    assert is_allowed(expression)


def test_the_review_table_holds_only_what_is_shipped() -> None:
    assert set(REVIEWED) - set(shipped()) == set()


def test_lapwing_itself_is_under_the_mit_licence() -> None:
    assert (ROOT / "LICENSE").read_text("utf-8").startswith("MIT License\n\nCopyright (c) 2026 The Lapwing founders\n")
