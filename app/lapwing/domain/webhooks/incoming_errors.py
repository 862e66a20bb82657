"""What can go wrong with the webhook listener and what it keeps."""

from lapwing.domain.errors import LapwingError


class ListenerSettingsInvalid(LapwingError):
    """Facts: `reason` (a sentence), `field` (which of the settings)."""

    code = "listener.settings"
    message = "The webhook listener cannot listen so: {reason}"
    hint = "Nothing was changed."
    exit_code = 2


class ListenerAddressTaken(LapwingError):
    """Facts: `address` (with its port), `reason` (the system's words)."""

    code = "listener.address"
    message = "The webhook listener cannot listen at {address}: {reason}"
    hint = "{advice}"
    exit_code = 1


class IncomingServiceInvalid(LapwingError):
    """Facts: `service` (its name), `reason` (a sentence), `field` (which of its fields)."""

    code = "listener.service"
    message = "The service {service} cannot be kept: {reason}"
    hint = "Nothing was changed."
    exit_code = 2


class IncomingServiceUnknown(LapwingError):
    code = "listener.service_unknown"
    message = "The webhook listener knows no service {service}."
    hint = "`lapwing listener services` shows those that there are."
    exit_code = 2


class SigningSecretInvalid(LapwingError):
    """Facts: `service`, `reason` (a sentence)."""

    code = "listener.secret"
    message = "That cannot be the secret of {service}: {reason}"
    hint = "Nothing was changed."
    exit_code = 2


class SigningSecretLate(LapwingError):
    code = "listener.secret_late"
    message = "The secret of {service} did not come within {waited_s} s."
    hint = "See whether the keyring waits to be unlocked. Senders are told to come again meanwhile."
    exit_code = 14


class SigningSecretHidden(LapwingError):
    """A secret is shown once only, and those that a sender gave never."""

    code = "listener.secret_hidden"
    message = "The secret of {service} is not shown any more."
    hint = "Rotate it: the new one is shown once, and the one before is believed for a while."
    exit_code = 2


class InboxEntryGone(LapwingError):
    code = "inbox.gone"
    message = "That message is no longer kept."
    hint = "Read the list again; how long messages are kept is a setting of the listener."
    exit_code = 2


class InboxNotAccepted(LapwingError):
    """A refused message is never told to anybody."""

    code = "inbox.not_accepted"
    message = "That message was not accepted ({verdict}), so it cannot be processed."
    hint = "Have its sender send it again when the reason is mended."
    exit_code = 2


class InboxUnusable(LapwingError):
    """Facts: `path`, `reason` (a clause without its full stop)."""

    code = "inbox.unusable"
    message = "The messages kept in {path} cannot be used: {reason}."
    hint = "Until they can, senders are told to come again. See to the file, its folder and the room on the disk."
    exit_code = 6


class InboxPutAside(LapwingError):
    """The file was damaged. Facts: `path`, `kept`, `reason`."""

    code = "inbox.damaged"
    message = "The messages kept in {path} are damaged ({reason})."
    hint = "The file was kept as {kept}, and a new one was begun."
