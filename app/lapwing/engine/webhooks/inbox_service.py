"""The operations on the inbox: what came, one message whole, and telling it again."""

import asyncio

from lapwing.domain.errors import to_wire
from lapwing.domain.operations import Permission
from lapwing.domain.webhooks.inbox import (
    InboxBody,
    InboxChanged,
    InboxEntry,
    InboxList,
    InboxRequest,
    ListInbox,
    Verdict,
)
from lapwing.domain.webhooks.incoming_errors import InboxEntryGone, InboxNotAccepted
from lapwing.engine.operations import operation
from lapwing.engine.webhooks.inbox_telling import tell
from lapwing.engine.webhooks.incoming import Incoming


class InboxService:
    """Any engine of the profile may read. Event loop's thread."""

    def __init__(self, incoming: Incoming) -> None:
        self._incoming = incoming

    @operation("inbox.list", needs=Permission.QUERY_READ)
    async def list_messages(self, request: ListInbox) -> InboxList:
        """What came to the webhook listener, refused messages with their verdict included, the newest first.

        Raises:
            InboxUnusable, StoredNewer: It cannot be read.
        """
        entries, has_more = await asyncio.to_thread(self._incoming.reader.list_, request)
        return InboxList(entries, has_more, to_wire(self._incoming.writer.notice))

    @operation("inbox.body", needs=Permission.QUERY_READ)
    async def body(self, request: InboxRequest) -> InboxBody:
        """A message with its headers and its body as it came. Of refused ones the first part of it.

        Raises:
            InboxEntryGone
            InboxUnusable, StoredNewer: It cannot be read.
        """
        found = await asyncio.to_thread(self._incoming.reader.body, request.entry_id)
        if found is None:
            raise InboxEntryGone
        return found

    @operation("inbox.process_again", needs=Permission.QUERY_WRITE)
    async def process_again(self, request: InboxRequest) -> InboxEntry:
        """Tell an accepted message to everybody once more, here and now; how it is then.

        Raises:
            InboxEntryGone
            InboxNotAccepted: It was refused.
            InboxUnusable, StoredNewer: It cannot be read or written.
        """
        found = await self.body(request)
        if found.entry.verdict is not Verdict.ACCEPTED:
            raise InboxNotAccepted(verdict=found.entry.verdict.value)
        incoming = self._incoming
        handled = await tell(found.entry, incoming.hub, incoming.book, incoming.annotate)
        await incoming.mark(handled)
        incoming.bus.publish(InboxChanged())
        return (await self.body(request)).entry
