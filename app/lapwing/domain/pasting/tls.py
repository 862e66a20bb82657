"""How far TLS is asked for, in libpq's words, from what the options of other programs say."""

import re
from collections.abc import Mapping
from typing import Final

from lapwing.domain.pasting.names import normal

_MODES: Final = {
    **dict.fromkeys(("disable", "disabled", "none", "off", "false", "0", "no"), "disable"),
    **dict.fromkeys(("allow", "prefer", "preferred", "default"), "prefer"),
    **dict.fromkeys(("require", "required", "trust", "noverify", "skipverify", "true", "1", "on"), "require"),
    "verifyca": "verify-ca",
    **dict.fromkeys(("verifyfull", "verifyidentity", "strict"), "verify-full"),
}
_REJECTING: Final = re.compile(r"rejectunauthorized[\"']?\s?[:=]\s?(true|false)", re.IGNORECASE)
_TRUE: Final = frozenset({"true", "1", "yes", "on", ""})
_FALSE: Final = frozenset({"false", "0", "no", "off"})
_UNREADABLE: Final = "The TLS mode it names is not known here; Lapwing's own rule holds."
_OWN: Final = "Its own TLS settings are in the program that used it; the certificate is verified fully here."
_VERIFIED: Final = "Where it only says that TLS is on, the certificate is verified fully."


def mode_said(said: Mapping[str, str], form: str) -> tuple[str, str]:
    """Our `sslmode` (empty: nothing was said) and a sentence about what was assumed, or empty.

    Args:
        said: Normal names (`names.TLS_WORDS`) and values.
        form: The form's words, because the same option means different things in different programs.
    """
    if "sslmode" in said:
        mode = _MODES.get(normal(said["sslmode"]), "")
        if mode == "require" and said.get("trustservercertificate", "").lower() in _FALSE:
            mode = "verify-full"  # Npgsql before version 8 verifies unless told to trust
        return mode, "" if mode else _UNREADABLE
    if _is_true(said, "skipssl") or _is_true(said, "ssldisabled"):
        return "disable", ""
    if "tls" in said and said["tls"].lower() not in _TRUE | _FALSE:
        mode = _MODES.get(normal(said["tls"]), "")  # go-sql-driver: true, false, skip-verify, preferred, own name
        return mode or "verify-full", "" if mode else _OWN
    for word in ("ssl", "usessl", "tls", "encrypt"):
        if word in said:
            return _switched(said, said[word], form)
    return _verification(said) or ("require" if _is_true(said, "requiressl") else ""), ""


def _switched(said: Mapping[str, str], value: str, form: str) -> tuple[str, str]:
    """TLS switched on or off, or `ssl=` with a mode behind it."""
    if value.lower() in _FALSE:
        return "prefer" if form == "JDBC URL" and "ssl" in said and "usessl" not in said else "disable", ""
    if value.lower() not in _TRUE:
        rejecting = _REJECTING.search(value)
        if rejecting:  # node's ssl={"rejectUnauthorized":true}
            return "verify-full" if rejecting[1].lower() == "true" else "require", ""
        mode = _MODES.get(normal(value), "")
        return mode, "" if mode else _UNREADABLE
    asked = _verification(said)
    if asked:
        return asked, ""
    if "requiressl" in said:
        return "require" if _is_true(said, "requiressl") else "prefer", ""
    if "command line" in form:
        return "require", ""
    return "verify-full", _VERIFIED


def _verification(said: Mapping[str, str]) -> str:
    """What options say that are only about the certificate; empty when there are none."""
    if "nonvalidating" in said.get("sslfactory", "").lower():
        return "require"
    if _is_true(said, "disablesslhostnameverification"):
        return "verify-ca"
    for word in ("sslrejectunauthorized", "sslverifyservercert"):
        if word in said:
            return "verify-full" if _is_true(said, word) else "require"
    if "sslcheckhostname" in said or _is_true(said, "sslverifyidentity"):
        return "verify-ca" if said.get("sslcheckhostname", "").lower() in _FALSE else "verify-full"
    if "sslaccept" in said:
        return "verify-full" if said["sslaccept"].lower() == "strict" else "require"
    if _is_true(said, "trustservercertificate"):
        return "require"
    if "verifyservercertificate" in said:
        return "verify-ca" if _is_true(said, "verifyservercertificate") else "require"
    return "verify-ca" if _is_true(said, "sslverifycert") else ""


def _is_true(said: Mapping[str, str], word: str) -> bool:
    return word in said and said[word].lower() in _TRUE
