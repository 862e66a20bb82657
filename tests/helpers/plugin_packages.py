"""Packages of plugins and wheels, made for a test."""

import base64
import hashlib
import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

CODE = """\
from lapwing.plugins.api import Plugin


class Greeter(Plugin):
    def initialize(self) -> None:
        self.context.log("Hello.")
"""


def manifest_text(plugin_id: str = "greeter", version: str = "1.0", more: str = "") -> str:
    """A `plugin.toml`; `more` are lines of it."""
    return (
        f'id = "{plugin_id}"\nname = "{plugin_id.title()}"\nversion = "{version}"\n'
        f'entry = "greeter:Greeter"\nhooks = ["initialize"]\n{more}\n'
    )


def plugin_files(plugin_id: str = "greeter", version: str = "1.0", more: str = "") -> dict[str, str]:
    """The files of a small plugin."""
    return {"plugin.toml": manifest_text(plugin_id, version, more), "greeter.py": CODE}


def script_text(plugin_id: str) -> str:
    """A plugin that is one file, with its manifest at its top."""
    lines = manifest_text(plugin_id).replace("greeter:", f"{plugin_id}:").splitlines()
    return "\n".join(("# /// plugin", *(f"# {line}" for line in lines if line), "# ///", CODE))


def folder_of(folder: Path, files: Mapping[str, str]) -> Path:
    """Write files into a folder; the folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def zip_bytes(files: Mapping[str, str | bytes]) -> bytes:
    """An archive with these files."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()


def wheel_of(
    folder: Path,
    name: str,
    version: str,
    files: Mapping[str, str],
    requires: tuple[str, ...] = (),
    *,
    tag: str = "py3-none-any",
    python: str = "",
) -> Path:
    """Write a wheel with right hashes into a folder; its path."""
    info = f"{name}-{version}.dist-info"
    meta = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
    meta += "".join(f"Requires-Dist: {each}\n" for each in requires)
    meta += f"Requires-Python: {python}\n" if python else ""
    whole = {**files, f"{info}/METADATA": meta}
    whole[f"{info}/WHEEL"] = f"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: {tag}\n"
    rows = [f"{each},sha256={_hash(text)},{len(text.encode())}\n" for each, text in whole.items()]
    whole[f"{info}/RECORD"] = "".join(rows) + f"{info}/RECORD,,\n"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}-{version}-{tag}.whl"
    path.write_bytes(zip_bytes(whole))
    return path


def _hash(text: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()
