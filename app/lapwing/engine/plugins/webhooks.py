"""Webhooks that were stored, as plugins see them."""

import asyncio

from lapwing.domain.errors import LapwingError
from lapwing.plugins.api import WebhookInfo
from lapwing.store.inbox.keeping import inbox_path
from lapwing.store.inbox.reading import InboxReader


async def stored_webhook(entry_id: str) -> WebhookInfo | None:
    """One by its id; None: it is no longer kept, or cannot be read."""
    try:
        found = await asyncio.to_thread(InboxReader(inbox_path()).body, entry_id)
    except LapwingError:
        return None
    if found is None:
        return None
    entry = found.entry
    return WebhookInfo(entry.id, entry.service, entry.event, dict(found.headers), found.body)
