"""Why a package cannot be read, or a plugin cannot be installed, updated or removed."""

from lapwing.domain.errors import LapwingError


class ManifestInvalid(LapwingError):
    """Facts: `file`, `line` (1-based; None: not known), `place` (`, line 12` or empty), `reason` (a sentence), `advice`
    (what to do, a sentence)."""

    code = "plugin.manifest"
    message = "{file}{place}: {reason}"
    hint = "{advice}"
    exit_code = 2


class PackageUnreadable(LapwingError):
    """Facts: `path`, `reason` (a sentence)."""

    code = "plugin.package"
    message = "{path} is no package of a plugin: {reason}"
    hint = "Give a folder with plugin.toml, a .py file with a `# /// plugin` block, or a .zip or .whl of such a folder."
    exit_code = 2


class PackageHostile(LapwingError):
    """An archive that would write outside of its folder, or is far larger than it looks.

    Facts: `path`, `reason` (a sentence).
    """

    code = "plugin.hostile"
    message = "{path} is not unpacked: {reason}"
    hint = "Do not install it. Nothing was written."
    exit_code = 1


class PackageTampered(LapwingError):
    """Its signature, or a hash that vouches for it, does not fit. Facts: `path`, `reason` (a sentence)."""

    code = "plugin.tampered"
    message = "{path} is not as its author made it: {reason}"
    hint = "Do not install it. Get it again from its author."
    exit_code = 1


class PackageChanged(LapwingError):
    """It is not the one that was shown. Facts: `path`."""

    code = "plugin.changed"
    message = "{path} is not the package that was shown."
    hint = "Look at it again. Nothing was changed."


class PermissionsNotGranted(LapwingError):
    """Facts: `name` (of the plugin), `permissions`."""

    code = "plugin.permissions"
    message = "{name} needs permissions that were not agreed to: {permissions}."
    hint = "Look at what they mean, and agree to them, or leave the plugin as it is. Nothing was changed."
    exit_code = 2


class DowngradeNotAllowed(LapwingError):
    """Facts: `name`, `before`, `after`."""

    code = "plugin.downgrade"
    message = "{name} {before} is installed; {after} is an earlier version."
    hint = "Say that you want the earlier one. What the later one keeps may not be understood by it."
    exit_code = 2


class PluginUnfit(LapwingError):
    """Facts: `name`, `reason` (a sentence), `advice` (a sentence)."""

    code = "plugin.unfit"
    message = "{name} cannot be used here: {reason}"
    hint = "{advice}"
    exit_code = 2


class RequirementMissing(LapwingError):
    """Python requirements that cannot be had, or that contradict each other. Facts: `name`, `reason`, `advice`."""

    code = "plugin.requirement"
    message = "The Python packages that {name} needs cannot be put together: {reason}"
    hint = "{advice} Nothing was changed."
    exit_code = 2


class PluginNeeded(LapwingError):
    """Facts: `name`, `others` (who needs it)."""

    code = "plugin.needed"
    message = "{name} is needed by {others}."
    hint = "Remove those first. Nothing was changed."
    exit_code = 2


class PluginComesWithLapwing(LapwingError):
    """Facts: `name`."""

    code = "plugin.bundled"
    message = "{name} comes with Lapwing: it cannot be installed, replaced or removed."
    hint = "Enable or disable it."
    exit_code = 2


class PluginsBusy(LapwingError):
    """Another Lapwing of this profile installs or removes a plugin."""

    code = "plugin.busy"
    message = "Another Lapwing installs or removes a plugin just now."
    hint = "Try again in a moment."


class UpdateUndone(LapwingError):
    """Facts: `name`, `before`, `after`, `reason` (a sentence)."""

    code = "plugin.undone"
    message = "{name} {after} did not start, so {before} is back: {reason}"
    hint = "Its log says more. Tell its author."


class IndexUnreadable(LapwingError):
    """Facts: `place`, `reason` (a sentence)."""

    code = "plugin.index"
    message = "The index of plugins {place} cannot be read: {reason}"
    hint = "What is installed goes on. Check the place, or ask who keeps the index."


class IndexPlaceInvalid(LapwingError):
    """Facts: `place` (without what may be secret), `reason` (a sentence)."""

    code = "plugin.index_place"
    message = "{place} cannot be an index of plugins: {reason}"
    hint = "Give an address that begins with https://, or the path of a file."
    exit_code = 2


class IndexKeyChanged(LapwingError):
    """Another key than the one that a person compared signs an index. Facts: `place`, `before`, `after`."""

    code = "plugin.index_key"
    message = "The index of plugins {place} is signed by another key than before: {after}, not {before}."
    hint = (
        "Ask its owner whether that is right, compare the new key, and add the index again. Until then it is not used."
    )
    exit_code = 1


class IndexOlder(LapwingError):
    """A mirror, or who stands between, gives out what was replaced. Facts: `place`, `reason` (a sentence)."""

    code = "plugin.index_older"
    message = "The index of plugins {place} is not used as it is there now: {reason}"
    hint = "Later versions of plugins may be held back. Ask who keeps the index."
    exit_code = 1


class IndexUnknown(LapwingError):
    """Facts: `place`."""

    code = "plugin.index_unknown"
    message = "{place} is no index of plugins that was added."
    hint = "`lapwing plugin source list` shows those that were."
    exit_code = 2


class KeyRevoked(LapwingError):
    """Facts: `name` (of the plugin), `key`, `by` (who revoked it, a whole sentence with the reason)."""

    code = "plugin.key_revoked"
    message = "{name} is signed by {key}, a key that was revoked. {by}"
    hint = "Do not use it. Get a version that its author signed with another key, or remove it."
    exit_code = 1


class IndexHasNot(LapwingError):
    """Facts: `plugin`, `reason` (empty, or why nothing of it fits)."""

    code = "plugin.index_has_not"
    message = "No index has a plugin {plugin}{reason}."
    hint = "`lapwing plugin index` shows what there is."
    exit_code = 2


class KeyInvalid(LapwingError):
    """Facts: `reason` (a sentence)."""

    code = "plugin.key"
    message = "The key cannot be used: {reason}"
    hint = "`lapwing plugin sign --new-key` makes a key; its public half has .pub behind its name."
    exit_code = 2


class FetchFailed(LapwingError):
    """Facts: `url` (without what may be secret), `reason` (a sentence)."""

    code = "plugin.fetch"
    message = "{url} cannot be fetched: {reason}"
    hint = "Check the network and the address, or download the file and give its path. Nothing was changed."
