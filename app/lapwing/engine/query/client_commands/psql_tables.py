"""The commands of psql that are not done here, and why; and those that have no effect, because nothing is formatted.

psql's own list is the function exec_command in command.c (PostgreSQL 15 to 18).
"""

from typing import Final

from lapwing.sql.patterns import word_set

NO_EFFECT: Final = word_set(
    """
    a C copyright errverbose f H html p print pset t T timing x setenv
    """
)
"""What would change how psql shows results, or what it remembers."""

RUNS_PROGRAMS: Final = word_set("! e edit ef ev")

_OUTPUT: Final = "results are shown here, and not written to a file or program."
_EXPORT: Final = "Export the result, or write it by `lapwing query --format`."
_LARGE: Final = "it moves large objects between the server and files of this computer."
_LARGE_ADVICE: Final = "Use lo_from_bytea and lo_get in SQL."
_EXTENDED: Final = "statements are sent one by one, with the protocol's own parameters where they have some."
_PLAIN_ADVICE: Final = "Write the statement with parameters such as $1 or :name, which are asked for."
_PIPELINE: Final = "statements are sent one after the other, and never in a pipeline."

REFUSED: Final[dict[str, tuple[str, str]]] = {
    **dict.fromkeys(("o", "out", "w", "write"), (_OUTPUT, _EXPORT)),
    **dict.fromkeys(("lo_export", "lo_import"), (_LARGE, _LARGE_ADVICE)),
    **dict.fromkeys(
        ("lo_list", "lo_list+", "lo_unlink"),
        ("large objects are not shown.", "Use pg_largeobject_metadata and lo_unlink in SQL."),
    ),
    **dict.fromkeys(("bind", "bind_named", "parse", "close", "close_prepared"), (_EXTENDED, _PLAIN_ADVICE)),
    **dict.fromkeys(
        (*("startpipeline", "endpipeline", "syncpipeline", "sendpipeline", "flush", "flushrequest", "getresults"),),
        (_PIPELINE, "Take the commands of the pipeline out of the script."),
    ),
    "cd": ("files are looked for in the script's own folder.", "Name the files from there."),
    "crosstabview": ("results are shown as they come.", "Let the query group its rows, with FILTER for instance."),
    "gdesc": ("a statement is not described without being run.", "Run it; columns show their types."),
    "getenv": ("variables of the system may hold secrets.", "Set the variable with \\set."),
    "h": ("it is psql's own text.", "Press F1 for the manual."),
    "help": ("it is psql's own text.", "Press F1 for the manual."),
    "?": ("it is psql's own text.", "The manual's page about client commands lists those that are done here."),
    "password": (
        "it would ask for a password and change it.",
        "Use ALTER ROLE ... PASSWORD in a statement of its own.",
    ),
    "prompt": ("nobody may be there to be asked.", "Use a parameter such as :name, which is asked for, or \\set."),
    "s": ("statements that ran are listed in the window.", "Take it out of the script."),
    "watch": ("a statement is run once.", "Run it again when you like."),
    "dconfig": ("settings are not listed by this command.", "Use SHOW ALL, or select from pg_settings."),
    "z": ("rights are not listed by this command.", "Select from information_schema.table_privileges."),
    "dp": ("rights are not listed by this command.", "Select from information_schema.table_privileges."),
}

NOT_DESCRIBED: Final = (
    "this kind of object is not listed.",
    "Look for it in the navigator, or select from the server's catalogue.",
)
