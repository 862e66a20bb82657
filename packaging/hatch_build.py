"""Put `resources/` and `translations/` into the wheel, where `lapwing.paths` looks for them."""

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ShippedFiles(BuildHookInterface):  # type: ignore[type-arg]  # hatchling's own example leaves it open too
    """An editable installation reads both folders where they lie; only a real wheel carries them."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add both folders.

        Args:
            version: `standard` or `editable`.
            build_data: hatchling's table of what goes in, changed in place.
        """
        if version == "standard":
            for folder in ("resources", "translations"):
                build_data["force_include"][folder] = f"lapwing/_shipped/{folder}"
