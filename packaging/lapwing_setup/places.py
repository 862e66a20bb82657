"""Where the parts of a checkout lie."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
REQUIREMENTS = PACKAGING / "requirements"
SYSTEM_LISTS = PACKAGING / "system"
VENV = ROOT / ".venv"
CACHE = ROOT / ".cache"
"""Everything here may be deleted at any time; `make clean` does."""
