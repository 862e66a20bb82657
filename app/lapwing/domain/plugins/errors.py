"""What can go wrong with a plugin that is installed."""

from lapwing.domain.errors import LapwingError


class PluginUnknown(LapwingError):
    code = "plugin.unknown"
    message = "There is no plugin {plugin}."
    hint = "`lapwing plugin list` shows those that are installed."
    exit_code = 2


class PluginNotRunning(LapwingError):
    """Facts: `plugin`, `state`."""

    code = "plugin.not_running"
    message = "The plugin {plugin} does not run: it is {state}."
    hint = "Plugins > Manage says why, and enables it."


class PluginFailed(LapwingError):
    """A call of it raised, or what came back is not what the contract says."""

    code = "plugin.failed"
    message = "The plugin {plugin} failed in {hook}: {reason}"
    hint = "Its log has the details (Plugins > Manage)."


class PluginLate(LapwingError):
    code = "plugin.late"
    message = "The plugin {plugin} did not answer {hook} within {within} s."
    hint = "Its log has the details (Plugins > Manage)."


class PluginEnded(LapwingError):
    """Its process ended. Facts: `plugin`, `how`."""

    code = "plugin.ended"
    message = "The plugin {plugin} ended unexpectedly: {how}."
    hint = "It is started again by itself, unless that happens again and again. Its log has the details."


class PluginBroken(LapwingError):
    """It cannot begin. Facts: `plugin`, `reason`."""

    code = "plugin.broken"
    message = "The plugin {plugin} cannot begin: {reason}"
    hint = "Its log has the details. Ask its author, or remove it."


class PluginQuarantined(LapwingError):
    """Facts: `plugin`, `times`, `minutes`, `how` (the last time)."""

    code = "plugin.quarantined"
    message = "The plugin {plugin} ended {times} times within {minutes} minutes, and is not started any more: {how}."
    hint = "Enable it again when what it failed of is mended."


class StatementVetoed(LapwingError):
    """A plugin refused a statement. Nothing was sent. Facts: `plugin`, `reason`."""

    code = "plugin.vetoed"
    message = "The plugin {plugin} refused the statement: {reason}"
    hint = "Nothing was sent. Change the statement, or disable the plugin in Plugins > Manage."
    exit_code = 5


class StatementUnjudged(LapwingError):
    """A plugin that is asked before statements are sent gave no answer, and the connection demands one."""

    code = "plugin.unjudged"
    message = "The plugin {plugin} did not say whether the statement may run, and this connection demands that it does."
    hint = "Nothing was sent. See what keeps the plugin in Plugins > Manage, and run the statement again."
    exit_code = 5


class PluginHasNot(LapwingError):
    """Facts: `plugin`, `what`."""

    code = "plugin.has_not"
    message = "The plugin {plugin} has nothing named {what}."
    hint = "It may be another version by now: close what you opened of it, and open it anew."
    exit_code = 2


class SettingInvalid(LapwingError):
    """Facts: `plugin`, `setting`, `reason`."""

    code = "plugin.setting"
    message = "The setting {setting} of {plugin} cannot be kept: {reason}"
    hint = "Correct it and save again. Nothing was changed."
    exit_code = 2
