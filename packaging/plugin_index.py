"""Write `resources/plugins/index.json`: the index of the plugins that come with Lapwing.

    make plugin-index              or: python packaging/plugin_index.py [KEY.pem]

It is signed with that key. Without one, a key is drawn, used once and forgotten: what vouches for the shipped index is
the program that it lies in; its signature tells whether it is whole.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "app"))

from lapwing.domain.plugins.installing_errors import IndexUnreadable  # noqa: E402
from lapwing.domain.plugins.sources import BUNDLED, IndexEntry  # noqa: E402
from lapwing.plugins.index.document import index_bytes, read_index  # noqa: E402
from lapwing.plugins.index.reading import shipped_index  # noqa: E402
from lapwing.plugins.installing.known import bundled_plugins  # noqa: E402
from lapwing.plugins.packages.signing import new_key  # noqa: E402


def entries() -> list[IndexEntry]:
    """One for each plugin that comes with Lapwing; what is there already needs no hash."""
    return [
        IndexEntry(
            plugin_id,
            manifest.name,
            manifest.version,
            manifest.description,
            manifest.author,
            manifest.license,
            manifest.homepage,
            manifest.lapwing,
            f"{BUNDLED}{plugin_id}",
            permissions=manifest.permissions,
        )
        for plugin_id, (manifest, _) in sorted(bundled_plugins().items())
    ]


def _says(path: Path) -> list[IndexEntry]:
    """What is there; nothing where it cannot be read."""
    try:
        return list(read_index(path.read_bytes(), str(path)).entries)
    except (OSError, IndexUnreadable):
        return []


def main() -> None:
    """Write it anew; without a key only where something of it is another than before."""
    path = Path(shipped_index())
    if len(sys.argv) == 1 and _says(path) == entries():
        print(f"{path}: as it was")
        return
    pem = Path(sys.argv[1]).read_bytes() if len(sys.argv) > 1 else new_key()[0]
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(index_bytes(entries(), pem))
    print(f"{path}: {len(entries())} plugins")


if __name__ == "__main__":
    main()
