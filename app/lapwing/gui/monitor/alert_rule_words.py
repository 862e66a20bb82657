"""The words of the alert rules that come with Lapwing, for translators, and texts of rules in the person's language."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from lapwing.gui.i18n import QT_TRANSLATE_NOOP

WORDS: Final[frozenset[str]] = frozenset(
    (
        QT_TRANSLATE_NOOP(
            "alert_rules",
            "A reader that never ends keeps the log from being folded into the file. Close it, then run PRAGMA "
            "wal_checkpoint(TRUNCATE).",
        ),
        QT_TRANSLATE_NOOP(
            "alert_rules",
            "A session has waited for a lock for more than a minute. The page of sessions and locks shows who "
            "holds it.",
        ),
        QT_TRANSLATE_NOOP(
            "alert_rules",
            "A session holds a transaction open and does nothing: it keeps locks, and old row versions from being "
            "purged.",
        ),
        QT_TRANSLATE_NOOP(
            "alert_rules",
            "A session holds a transaction open and does nothing: it keeps locks, and vacuum from removing dead rows.",
        ),
        QT_TRANSLATE_NOOP(
            "alert_rules",
            "A slot that nobody reads keeps write-ahead log until the disk is full. Bring its reader back, or "
            "drop the slot.",
        ),
        QT_TRANSLATE_NOOP(
            "alert_rules",
            "A standby is behind: its disk, its network, or a statement there that replay has to wait for.",
        ),
        QT_TRANSLATE_NOOP("alert_rules", "A statement has run for more than a minute. Explain it, or cancel it."),
        QT_TRANSLATE_NOOP("alert_rules", "Blocked sessions"),
        QT_TRANSLATE_NOOP("alert_rules", "Cache hits below 99 %"),
        QT_TRANSLATE_NOOP("alert_rules", "Checkpoint age above 75 %"),
        QT_TRANSLATE_NOOP("alert_rules", "Connections above 80 %"),
        QT_TRANSLATE_NOOP("alert_rules", "Deadlock"),
        QT_TRANSLATE_NOOP("alert_rules", "Disk above 90 %"),
        QT_TRANSLATE_NOOP("alert_rules", "Half of the file is free"),
        QT_TRANSLATE_NOOP("alert_rules", "History list above one million"),
        QT_TRANSLATE_NOOP("alert_rules", "Idle in transaction"),
        QT_TRANSLATE_NOOP(
            "alert_rules",
            "Less than ten million transactions are left before the server refuses writes. Vacuum the oldest "
            "tables (VACUUM FREEZE).",
        ),
        QT_TRANSLATE_NOOP("alert_rules", "Lock wait above 60 s"),
        QT_TRANSLATE_NOOP("alert_rules", "Long statement in production"),
        QT_TRANSLATE_NOOP(
            "alert_rules",
            "Many temporary tables do not fit into memory: tmp_table_size, or statements that sort long texts.",
        ),
        QT_TRANSLATE_NOOP("alert_rules", "Monitoring refused"),
        QT_TRANSLATE_NOOP(
            "alert_rules",
            "More than one block in a hundred was not in shared_buffers. What is read may be larger than the "
            "cache, or an index is missing.",
        ),
        QT_TRANSLATE_NOOP(
            "alert_rules",
            "More than one read in a hundred was not in the buffer pool. What is read may be larger than "
            "innodb_buffer_pool_size.",
        ),
        QT_TRANSLATE_NOOP(
            "alert_rules",
            "Much is written, and replicas have to keep up with it. Top statements show what writes.",
        ),
        QT_TRANSLATE_NOOP(
            "alert_rules",
            "Much is written, and standbys and archives have to keep up with it. Top statements show what writes.",
        ),
        QT_TRANSLATE_NOOP(
            "alert_rules",
            "Old row versions are not purged, most often because of a transaction that has been open for long.",
        ),
        QT_TRANSLATE_NOOP("alert_rules", "On average more than one session waits for a row lock all the time."),
        QT_TRANSLATE_NOOP("alert_rules", "Redo log above 100 MB/s"),
        QT_TRANSLATE_NOOP("alert_rules", "Replication lag above 30 s"),
        QT_TRANSLATE_NOOP("alert_rules", "Replication slot keeps 10 GB"),
        QT_TRANSLATE_NOOP("alert_rules", "Replication stopped"),
        QT_TRANSLATE_NOOP("alert_rules", "Row lock load above 1"),
        QT_TRANSLATE_NOOP("alert_rules", "Samples missing"),
        QT_TRANSLATE_NOOP("alert_rules", "Sequence above 90 %"),
        QT_TRANSLATE_NOOP("alert_rules", "Server down"),
        QT_TRANSLATE_NOOP("alert_rules", "Server restarted"),
        QT_TRANSLATE_NOOP(
            "alert_rules",
            "Sessions wait for others' locks. The page of sessions and locks shows the one at the root.",
        ),
        QT_TRANSLATE_NOOP(
            "alert_rules",
            "Soon an INSERT will fail for want of a number. Give the column and its sequence a larger type.",
        ),
        QT_TRANSLATE_NOOP(
            "alert_rules",
            "Soon nobody will get in any more. End idle sessions, put a pool between, or raise max_connections.",
        ),
        QT_TRANSLATE_NOOP(
            "alert_rules",
            "Soon nobody will get in any more. End sleeping sessions, put a pool between, or raise max_connections.",
        ),
        QT_TRANSLATE_NOOP("alert_rules", "Temporary tables on disk above 25 %"),
        QT_TRANSLATE_NOOP(
            "alert_rules",
            "The disk with the server's data is nearly full, and a full one stops the server. Known only where "
            "the server runs on this machine.",
        ),
        QT_TRANSLATE_NOOP(
            "alert_rules",
            "The redo log is nearly full, and writes will stall. Enlarge it, or look at what writes.",
        ),
        QT_TRANSLATE_NOOP(
            "alert_rules",
            "The server does not answer. Its dashboard says what the last attempt ended with.",
        ),
        QT_TRANSLATE_NOOP(
            "alert_rules",
            "The server is connected, and yet no sample has come for two minutes: it is too busy, or the network is.",
        ),
        QT_TRANSLATE_NOOP(
            "alert_rules",
            "The server refuses the session that looks at it: a password, a certificate or a right is missing. "
            "Open the dashboard to see which.",
        ),
        QT_TRANSLATE_NOOP(
            "alert_rules",
            "The server was started less than five minutes ago. Look into its error log for the reason.",
        ),
        QT_TRANSLATE_NOOP(
            "alert_rules",
            "The server was started less than five minutes ago. Look into its log for the reason.",
        ),
        QT_TRANSLATE_NOOP(
            "alert_rules",
            "The threads that receive and apply changes do not both run. SHOW REPLICA STATUS has the error.",
        ),
        QT_TRANSLATE_NOOP(
            "alert_rules",
            "This replica is behind its source: its disk, one large transaction, or too few parallel workers.",
        ),
        QT_TRANSLATE_NOOP("alert_rules", "Transaction numbers run out"),
        QT_TRANSLATE_NOOP(
            "alert_rules",
            "Transactions waited for each other, and the server ended one. SHOW ENGINE INNODB STATUS has the last one.",
        ),
        QT_TRANSLATE_NOOP(
            "alert_rules",
            "Transactions waited for each other, and the server ended one. The server's log has both statements.",
        ),
        QT_TRANSLATE_NOOP("alert_rules", "VACUUM gives the room back to the disk."),
        QT_TRANSLATE_NOOP("alert_rules", "Write-ahead log above 1 GB"),
        QT_TRANSLATE_NOOP("alert_rules", "Write-ahead log above 100 MB/s"),
    )
)


def rule_text(text: str) -> str:
    """A title or an explanation of a shipped rule in the person's language; what a person wrote, as it is."""
    return QCoreApplication.translate("alert_rules", text) if text in WORDS else text
