"""Unknown host keys of SSH servers on the command line: told, asked about at a terminal, or accepted beforehand."""

import sys
from typing import Final

from lapwing.cli.messages import say
from lapwing.domain.errors import LapwingError
from lapwing.domain.ssh import AcceptHostKey, KeyTrust

_QUESTION: Final = "Is this the right fingerprint? yes: remember it, once: only now, anything else: no: "
_ANSWERS: Final = {"yes": KeyTrust.REMEMBERED, "y": KeyTrust.REMEMBERED, "once": KeyTrust.ONCE}


def acceptance(error: LapwingError, trust: KeyTrust) -> AcceptHostKey:
    """Believe the key that a `HostKeyUnknown` is about."""
    facts = error.facts
    return AcceptHostKey(str(facts["ssh_host"]), int(facts["ssh_port"] or 0), str(facts["public_key"]), trust)


def asked_about(error: LapwingError) -> AcceptHostKey | None:
    """What the person at the terminal says to the key; None: not to believe it."""
    say(str(error))
    say("Compare it with what the server's administrator tells you, not with what the network shows.")
    print(_QUESTION, end="", file=sys.stderr, flush=True)
    trust = _ANSWERS.get(sys.stdin.readline(20).strip().lower())
    return acceptance(error, trust) if trust is not None else None
