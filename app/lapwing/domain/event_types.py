"""Every type of events that Lapwing tells: when, and what its data holds. The manual's page is checked against this."""

from typing import Final

from lapwing.domain.event_log import EventTypeFacts

_CONNECTION: Final = (
    ("connectionId", "The saved connection's id; empty for a URL that is not saved."),
    ("connection", "Its name; for a URL where it leads, without a password."),
)
_STATEMENT: Final = (
    ("queryId", "The same in the event of its start and of its end."),
    *_CONNECTION,
    ("sql", "The statement as the connection's policy for SQL in events says: whole, masked, a hash, or empty."),
    ("sqlPolicy", "full, masked, hash or none."),
    ("kind", "read, write, define or other; of several statements the one with most effect."),
    ("database", "The database that it ran in."),
    ("user", "Who was logged in at the server; empty where it does not tell."),
    ("face", "Where it came from: window, command_line, plugin."),
    ("plugin", "The id of the plugin that ran it; empty: a person did."),
)
_ENDED: Final = (
    *_STATEMENT,
    ("executionTime", "Milliseconds, of several statements together."),
    ("rowCount", "Rows of its result, or rows that it changed; null where nobody counted."),
    ("status", "success, error or cancelled."),
    ("statements", "How many statements are told by this event: 1, or more of a fast script."),
    ("lastQueryId", "Of several statements, the id of the last one; queryId is that of the first."),
)
_ERROR: Final = (
    ("error", "Why, in a sentence; the server's own words only where the policy is full."),
    ("errorCode", "The server's code, such as an SQLSTATE, or Lapwing's own."),
)
_ALERT: Final = (
    *_CONNECTION,
    ("rule", "The title of the rule."),
    ("ruleId", "Its id."),
    ("severity", "As the rule says."),
    ("labels", "Of the series, such as database: shop."),
    ("value", "The value that was judged; null where there is none."),
    ("unit", "Its unit; empty where it has none."),
    ("expression", "The rule's condition."),
    ("state", "The alert's state now."),
)
_JOB: Final = (
    ("jobId", "Its id."),
    ("kind", "What it does, such as export."),
    ("subject", "What it does that to, such as the name of a file."),
    ("connectionId", "The saved connection's id; empty for none."),
)
_JOB_ENDED: Final = (
    *_JOB,
    ("state", "done, failed or cancelled."),
    ("done", "How much was done, in units."),
    ("unit", "rows or bytes."),
    ("executionTime", "Milliseconds."),
)
_SERVICE: Final = (("service", "Its id."), ("title", "Its name."))
_SERVICE_FAILED: Final = (
    *_SERVICE,
    ("error", "Why, in a sentence."),
    ("code", "Lapwing's code of that."),
    ("next_at", "When it is started again, Unix seconds; only where it is."),
)
_PLUGIN: Final = (("plugin", "Its id."), ("name", "Its name."))
_PACKAGE: Final = (("plugin", "Its id."), ("version", "Its version."))
_DELIVERY: Final = (
    ("endpoint", "The endpoint's name."),
    ("endpointId", "Its id."),
    ("deliveryId", "Of what was sent to it."),
    ("event", "The type of the event that was sent."),
    ("messageId", "That event's id."),
    ("attempts", "How often it was sent."),
    ("status", "The HTTP status of the last answer; null where there was none."),
    ("durationMs", "Milliseconds of the last attempt."),
)

EVENT_TYPES: Final = (
    EventTypeFacts("connection.connected", "The first session of a connection was opened.", _CONNECTION),
    EventTypeFacts("connection.disconnected", "The last session of a connection was closed.", _CONNECTION),
    EventTypeFacts(
        "connection.error",
        "A session could not be opened.",
        (
            *_CONNECTION,
            ("error", "Why, in a sentence."),
            ("errorCode", "Lapwing's code, such as connection.login."),
            ("retryCount", "How many attempts in a row had failed before this one."),
        ),
    ),
    EventTypeFacts("query.started", "A statement is about to be sent.", _STATEMENT),
    EventTypeFacts("query.completed", "A statement did well.", _ENDED),
    EventTypeFacts("query.failed", "A statement was refused, or its session was lost.", (*_ENDED, *_ERROR)),
    EventTypeFacts("query.cancelled", "A person cancelled a statement.", _ENDED),
    EventTypeFacts(
        "schema.changed",
        "Statements of a run changed definitions.",
        (
            *_CONNECTION,
            ("sql", "How the first of them begins, as the connection's policy says."),
            ("sqlPolicy", "full, masked, hash or none."),
            ("statements", "How many there were."),
        ),
    ),
    EventTypeFacts(
        "metrics.sampled",
        "A monitored server was looked at. Only made when somebody subscribed to it, and never kept.",
        (
            ("connectionId", "The saved connection's id."),
            ("lane", "Which of its looks: fast or slow."),
            ("values", "Name, labels and value of each metric."),
        ),
        is_kept=False,
    ),
    EventTypeFacts("alert.fired", "An alert fires.", _ALERT),
    EventTypeFacts("alert.resolved", "An alert is over.", (*_ALERT, ("reason", "Why, where it was not judged."))),
    EventTypeFacts(
        "alert.acknowledged", "A person has seen an alert.", (*_ALERT, ("by", "Who, and a word of theirs."))
    ),
    EventTypeFacts("job.started", "Work in the background began.", _JOB),
    EventTypeFacts("job.ended", "Work in the background is done, or was cancelled.", _JOB_ENDED),
    EventTypeFacts("job.failed", "Work in the background failed.", (*_JOB_ENDED, *_ERROR)),
    EventTypeFacts("service.started", "A service of the engine runs.", _SERVICE),
    EventTypeFacts("service.stopped", "A service of the engine was stopped.", _SERVICE),
    EventTypeFacts("service.error", "A service of the engine failed.", _SERVICE_FAILED),
    EventTypeFacts(
        "webhook.received",
        "A webhook came, was verified and stored.",
        (
            ("service", "The service that it is for."),
            ("event", "What its sender calls it, such as pull_request.merged; empty where that is not known."),
            ("id", "Under which it is kept, and its body is found."),
            ("delivery", "The sender's own name for it; empty where it gave none."),
            ("text", "A line about it."),
            ("summary", "Its facts by name."),
            ("receivedAt", "When it came, Unix seconds."),
        ),
    ),
    EventTypeFacts("webhook.delivered", "An endpoint took an event.", _DELIVERY),
    EventTypeFacts(
        "webhook.failed",
        "An event was given up: an endpoint did not take it.",
        (*_DELIVERY, ("errorCode", "Lapwing's code of the last error; left out where there is none.")),
    ),
    EventTypeFacts("plugin.started", "A plugin runs.", _PLUGIN),
    EventTypeFacts("plugin.stopped", "A plugin was disabled.", _PLUGIN),
    EventTypeFacts("plugin.failed", "A plugin failed, or may not run.", (*_PLUGIN, ("error", "Why, in a sentence."))),
    EventTypeFacts("plugin.quarantined", "A plugin failed too often.", (*_PLUGIN, ("error", "Why, in a sentence."))),
    EventTypeFacts("plugin.installed", "A plugin was installed.", _PACKAGE),
    EventTypeFacts("plugin.updated", "A plugin has another version.", _PACKAGE),
    EventTypeFacts("plugin.outdated", "A later version was found in an index, by a schedule.", _PACKAGE),
    EventTypeFacts("plugin.removed", "A plugin was removed.", _PACKAGE),
    EventTypeFacts("plugin.*", "What plugins tell themselves: `plugin.ID.NAME`.", (("...", "As given."),)),
    EventTypeFacts(
        "workflow.*",
        "Told by schedules, people and programs: `lapwing events publish workflow.NAME`.",
        (("...", "As given; the source of what a schedule tells is schedule/ID, the subject its name."),),
    ),
)
OWN_WORDS: Final = frozenset(
    {"lapwing", "event", "engine", *(each.type.partition(".")[0] for each in EVENT_TYPES if each.type != "workflow.*")}
)
"""First words of types that only Lapwing tells."""
