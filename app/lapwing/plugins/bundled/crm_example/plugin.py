"""Users as contacts.

The CRM is asked as many are: `POST /contacts` makes one, `GET /contacts?external_id=` finds it, and
`PATCH /contacts/ID` changes it.
"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlencode

from lapwing.plugins.api import CloudEvent, Plugin
from lapwing.plugins.kit.json_service import JsonService


class CrmExample(Plugin):
    """Answers `{"action": "created" or "updated", "contact_id": ...}` to who told the event and asked for answers."""

    def handle_event(self, event: CloudEvent) -> Any:
        """Raises what the CRM says when it refuses, which is the answer then."""
        if event.type not in ("user.created", "user.updated"):
            return None
        user = event.data.get("id")
        if not isinstance(user, str | int) or user == "":
            raise ValueError(f"The event {event.type} has no `id` in its data.")
        known = self._found(str(user))
        content = {"external_id": str(user), **self._fields(event.data)}
        if known:
            self._crm().ask("PATCH", f"contacts/{quote(known, safe='')}", content)
            return {"action": "updated", "contact_id": known}
        return {"action": "created", "contact_id": _id_in(self._crm().ask("POST", "contacts", content))}

    def _crm(self) -> JsonService:
        token = self.context.secret("token")
        headers = {"authorization": f"Bearer {token}"} if token else {}
        return JsonService(self.context, str(self.context.config["baseUrl"]), headers, within_s=4.0)

    def _found(self, user: str) -> str:
        """The id of the user's contact; empty: there is none. So an event that comes twice makes one contact."""
        answer = self._crm().ask("GET", f"contacts?{urlencode({'external_id': user})}")
        contacts = answer.get("contacts") if isinstance(answer, dict) else answer
        return _id_in(contacts[0]) if isinstance(contacts, list) and contacts else ""

    def _fields(self, data: Mapping[str, Any]) -> dict[str, Any]:
        pairs = (line.partition("=") for line in self.context.config.get("fields") or ())
        return {(its or own).strip(): data[own.strip()] for own, _, its in pairs if own.strip() in data}


def _id_in(contact: Any) -> str:
    found = contact.get("id") if isinstance(contact, dict) else None
    if not isinstance(found, str | int) or isinstance(found, bool):
        raise TypeError("The CRM's answer holds no `id` of a contact.")
    return str(found)
