"""What keeps a secret from being found or kept. No sentence here ever holds one."""

from lapwing.domain.errors import LapwingError, PasswordNeeded


class KeyPassphraseNeeded(PasswordNeeded):
    """The same for the passphrase of an encrypted client key."""

    code = "secret.key_needed"
    message = "{connection} needs the passphrase of its client key."


class SecretUnavailable(LapwingError):
    """Base of all of them."""

    code = "secret.unavailable"
    message = "The password cannot be fetched: {server}"
    hint = "Choose another place for it in the connection's settings, or enter it by hand."
    exit_code = 4


class SecretPlaceInvalid(SecretUnavailable):
    """The place that a connection names for its secret can never give one."""

    code = "secret.place"
    message = "Where the password of {connection} is kept is not complete: {reason}"
    hint = "Correct it in the connection's settings."
    exit_code = 2


class SecretNotKept(SecretUnavailable):
    """A secret was to be saved for a connection whose place is not one to save to."""

    code = "secret.not_kept"
    message = "The password of {connection} is not kept by Lapwing, so it was not saved."
    hint = "Choose the keyring or the encrypted file in the connection's settings first."
    exit_code = 2


class SecretNotText(SecretUnavailable):
    code = "secret.not_text"
    message = "The password holds half of a character, so it is no text."
    hint = "Enter it again; it was perhaps copied from something else than text. Nothing was changed."
    exit_code = 2


class SecretLeft(SecretUnavailable):
    """Everything else was done, but a secret may still lie where it was.

    Facts: `connection`, `place` (in words), `reason` (a sentence).
    """

    code = "secret.left"
    message = "A password of {connection} may still be in {place}: {reason}"
    hint = "Make {place} available and forget it again. In a keyring's own program it stands under Lapwing."


# the keyring


class KeyringMissing(SecretUnavailable):
    code = "secret.keyring_missing"
    message = "No keyring can be used here: {reason}"
    hint = (
        "Start one in this desktop session (GNOME Keyring, KWallet, or KeePassXC with its Secret Service), or keep the "
        "password in Lapwing's encrypted file."
    )


class KeyringLocked(SecretUnavailable):
    code = "secret.keyring_locked"
    message = "{keyring} is locked and was not unlocked."
    hint = (
        "Try again and enter the keyring's password (mostly that of your account) where it asks for it. Where no "
        "desktop can ask, unlock it first, or keep the password in Lapwing's encrypted file."
    )


class KeyringSilent(SecretUnavailable):
    code = "secret.keyring_silent"
    message = "{keyring} did not answer within {waited_s} s."
    hint = (
        "If it asks for its own password in a window, answer there and try again. Otherwise restart the keyring, or "
        "keep the password in Lapwing's encrypted file."
    )


class KeyringFailed(SecretUnavailable):
    code = "secret.keyring_failed"
    message = "{keyring} refused: {server}"
    hint = "See to the keyring in its own program, or keep the password in Lapwing's encrypted file."


# the encrypted file


class SecretsLocked(SecretUnavailable):
    """The encrypted file is there, and this engine has not been given its passphrase."""

    code = "secret.file_locked"
    message = "The encrypted file of passwords is locked."
    hint = "Enter its passphrase. The file is {path}."


class SecretsFileMissing(SecretUnavailable):
    code = "secret.file_missing"
    message = "There is no encrypted file of passwords yet."
    hint = "Choose a passphrase to make it. It will be {path}."


class SecretsFileDamaged(SecretUnavailable):
    """Not what Lapwing wrote: cut off, overwritten, or changed by somebody who does not know the passphrase."""

    code = "secret.file_damaged"
    message = "The encrypted file of passwords is damaged: {reason}"
    hint = (
        "It is left as it is, and nothing of it is used. Put a copy from a backup back to {path}, or move the file "
        "away and save the passwords again in a new one."
    )


class SecretsFileBusy(SecretUnavailable):
    code = "secret.file_busy"
    message = "Another Lapwing has been writing the encrypted file of passwords for {waited_s} s."
    hint = "Try again when it is done. If it hangs, end it; the file is {path}."


class PassphraseWrong(SecretUnavailable):
    code = "secret.passphrase"
    message = "That passphrase does not open the encrypted file of passwords."
    hint = (
        "Enter it again, minding Caps Lock and the keyboard's layout. If it is lost, nobody can read the file any "
        "more: move {path} away and save the passwords again in a new one."
    )


class PassphraseTooShort(SecretUnavailable):
    code = "secret.passphrase_short"
    message = "A passphrase needs at least {least} characters."
    hint = "A few words that nobody would guess are good. Nothing was changed."
    exit_code = 2


# environment and command


class SecretVariableMissing(SecretUnavailable):
    """The variable's name is not repeated: somebody may have typed the password itself there."""

    code = "secret.variable"
    message = "The variable that holds the password of {connection} is not set, or empty."
    hint = (
        "Set it before Lapwing is started: a program does not see variables that are set later. Its name stands in the "
        "connection's settings."
    )


class SecretCommandFailed(SecretUnavailable):
    """Facts: `connection`, `reason` (a sentence; may hold the last line that the command wrote to stderr)."""

    code = "secret.command"
    message = "The command for the password of {connection} gave none: {reason}"
    hint = (
        "Run it in a terminal; it stands in the connection's settings. It is not run by a shell, gets no input, and "
        "has to print the password as its first line."
    )
