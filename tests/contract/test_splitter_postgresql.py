"""Statements are cut where psql cuts them, and tokens where the server does: both are asked."""

import re
from collections.abc import Iterator

import psycopg
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from contract.client_talk import PSQL, Sent, psql_sends
from helpers.servers.postgresql import PostgreSQL
from lapwing.sql import postgresql_words
from lapwing.sql.dialect import dialect_named
from lapwing.sql.patterns import word_set
from lapwing.sql.tokens import TRIVIA, TokenKind
from unit.sql.postgresql_scripts import BODY, FUNCTION, PROCEDURE, SCRIPTS
from unit.sql.sql_texts import examples, texts

POSTGRESQL = dialect_named("postgresql")
needs_psql = pytest.mark.skipif(PSQL is None, reason="psql is not installed")

STATEMENTS = [
    *("SELECT 1", "select 'a;b', E'\\';', \"c;d\"", "SELECT $$;$$, $a$;$$;$a$, 1$b$;$b$", "SELECT (1;(2;))"),
    *(
        "SELECT /* ; /* ' */ ; */ 3",
        "SELECT 1 -- ;\n + 2",
        "SELECT 1+-2, 3*/*;*/4, a$b$",
        "SELECT U&'\\;', B'01', x';'",
    ),
    *("WITH x AS (SELECT ';') SELECT * FROM x", "EXPLAIN SELECT 1", "VALUES (1, ';'), (2, 'END;')", "BEGIN", "END"),
    *(FUNCTION, PROCEDURE, BODY, "DO $$ BEGIN NULL; END $$", 'CREATE TABLE IF NOT EXISTS begin ("end" int)'),
    *("CREATE RULE r AS ON DELETE TO t DO (DELETE FROM t; SELECT 1)", "SELECT CASE WHEN true THEN ';' END"),
    *("SELECT E'a'\n'b'", "SELECT :x, a[1:2], 1::int", "INSERT INTO t VALUES (1, 'x;')", "SELECT ');', \"(\""),
]
TERMINATORS = [
    ";",
    " ; ",
    ";\n",
    ";;",
    "\n;\n",
    " -- ; it's\n;",
    ' /* ; " */ ;',
    ";-- c;\n",
    "; /* d;\n */ ",
    ";\r\n\t",
]
TERMINATORS += [
    " \\g\n",
    "\\gx\n",
    " \\g /dev/null\n",
    ";\\echo 'a;b\n",
    ";\n\\pset pager off \\\\ ",
    "; \\set a b \\set c ';'\n",
]
TERMINATORS += [";\nCOPY t FROM STDIN;\n1\t;'\n2\t\\\\.\n\\.\n", "; copy t (b)\nfrom stdin -- c\n;--\n'\n\\.\n"]
ENDS = ["", ";", " -- open ;", "\n\n", ";;;", "; -- '", " /**/", " \\g"]


@pytest.fixture(scope="module")
def database(postgresql: PostgreSQL) -> Iterator[str]:
    name = postgresql.create_database()
    with postgresql.admin(name) as session:
        session.execute(
            "CREATE TABLE t (a int, b text); GRANT ALL ON t TO PUBLIC; GRANT ALL ON SCHEMA public TO PUBLIC"
        )
    yield name
    postgresql.drop_database(name)


def ours(script: str) -> list[Sent]:
    """What Lapwing sends, and with which data."""
    found = [statement for statement in POSTGRESQL.split(script) if not statement.is_client_command]
    return [
        Sent(script[statement.start : statement.end], script[slice(*statement.data)] if statement.data else "")
        for statement in found
    ]


def compared(sent: list[Sent]) -> list[tuple[list[str], str]]:
    """What matters of statements: their tokens without a terminator, and their data without the line that ends them."""
    found = []
    for text, data in sent:
        tokens = [piece.text for piece in POSTGRESQL.lexer.pieces(text) if piece.kind not in TRIVIA]
        while tokens[-1:] == [";"]:
            tokens.pop()
        if tokens:
            tokens[-1] = tokens[-1].rstrip("\n")  # psql leaves out the last one of a script, also where a quote is open
            found.append((tokens, re.sub(r"(?m)^\\\.\r?\n?\Z", "", data)))
    return found


@needs_psql
@pytest.mark.parametrize("script", [script for script in SCRIPTS if script.client], ids=lambda script: script.name)
def test_psql_sends_these_statements_of_an_awkward_script(script, postgresql, database, tmp_path):
    sent = psql_sends(postgresql, database, script.text, tmp_path)
    assert compared(ours(script.text)) == compared(sent)


@needs_psql
def test_what_psql_sends_together_is_parted(postgresql, database, tmp_path):
    script = "SELECT 1 \\; SELECT 2;"
    assert [sent.text for sent in psql_sends(postgresql, database, script, tmp_path)] == ["SELECT 1 ; SELECT 2;"]
    assert [sent.text for sent in ours(script)] == ["SELECT 1", "SELECT 2"]


@needs_psql
@examples(60, soak=2_000)
@given(
    parts=st.lists(st.tuples(st.sampled_from(STATEMENTS), st.sampled_from(TERMINATORS)), max_size=6),
    last=st.sampled_from(STATEMENTS),
    end=st.sampled_from(ENDS),
)
def test_psql_sends_these_statements_of_any_script(postgresql, database, tmp_path_factory, parts, last, end):
    script = "".join(statement + terminator for statement, terminator in parts) + last + end
    sent = psql_sends(postgresql, database, script, tmp_path_factory.mktemp("psql"))
    assert compared(ours(script)) == compared(sent)


# A backslash begins a command of psql, which might do anything; a colon may name a variable of psql. Data and strings
# with escapes that go on over lines are tried above. What cannot be sent is left out.
UNTRIED = re.compile("[\\\\\0\ud800-\udfff:]|[eE]'|(?i:copy)|\ufeff")


@needs_psql
@examples(120, soak=5_000)
@given(text=texts().filter(lambda text: not UNTRIED.search(text)))
@example(text="SELECT (';' ;\n) $a$ ; $a$ ; /* /* ; */ */ ;")
def test_psql_cuts_any_text_there(postgresql, database, tmp_path_factory, text):
    sent = psql_sends(postgresql, database, text, tmp_path_factory.mktemp("psql"))
    assert compared(ours(text)) == compared(sent)


REFUSAL = re.compile(
    r'(?:syntax error|unterminated .*|trailing junk .*|operator too long) at or near "(?P<token>.*)"', re.DOTALL
)
BEGINNINGS = word_set(
    """
    ( ; ABORT ALTER ANALYSE ANALYZE BEGIN CALL CHECKPOINT CLOSE CLUSTER COMMENT COMMIT COPY CREATE DEALLOCATE DECLARE
    DELETE DISCARD DO DROP END EXECUTE EXPLAIN FETCH GRANT IMPORT INSERT LISTEN LOAD LOCK MERGE MOVE NOTIFY PREPARE
    REASSIGN REFRESH REINDEX RELEASE RESET REVOKE ROLLBACK SAVEPOINT SECURITY SELECT SET SHOW START TABLE TRUNCATE
    UNLISTEN UPDATE VACUUM VALUES WITH
    """
)
"""What statements begin with: the server does not refuse these tokens, it goes on."""
UNSENT = re.compile("[\0\ud800-\udfff]")


@pytest.fixture(scope="module", params=["system", "18"])
def session(request, postgresql_of) -> Iterator[psycopg.Connection]:
    with postgresql_of(request.param).admin() as opened:
        yield opened


def refused_token(session: psycopg.Connection, text: str) -> str | None:
    """The first token of a text with which no statement begins. None when the server says something else of it."""
    with pytest.raises(psycopg.Error) as error:
        session.execute(text.encode(), prepare=False)
    found = REFUSAL.fullmatch(error.value.diag.message_primary or "")
    return found["token"] if found and error.value.diag.statement_position == "1" else None


def agree(ours: str, kind: TokenKind, theirs: str, version: int) -> bool:
    """Whether a token of ours is the server's."""
    if kind is TokenKind.STRING and ours[0] in "nN":
        return theirs == ours[0]  # the server takes N'a' for two tokens
    if kind in {TokenKind.STRING, TokenKind.BLOB} and ours != theirs:
        return theirs.startswith(ours) and theirs[len(ours) :].lstrip()[:1] in {
            "'",
            "-",
        }  # it goes on behind a line end
    if kind is TokenKind.ERROR:
        return ours.startswith(theirs) or theirs == f"{ours}-"  # of 1e-- the server takes the first minus, too
    if kind is TokenKind.NUMBER and version < 16_0000:
        return ours.startswith(theirs)  # 1_000 and 0x1F came with 16
    return ours == theirs


@examples(400, soak=4_000)
@given(text=texts(max_size=8).filter(lambda text: not UNSENT.search(text)))
@example(text="1e+ 1__0 0x1_F 1..2 .5. +-1 @-1 =-1 +--1\n<=> !=- ::= := => ~/* */")
@example(text="E'a'\n'b\\'c' U&\"a\" N'b' b'2' x'1' $a$ $1a $1$a$ $a$ a$b$ 1$c$ $c$")
def test_tokens_begin_and_end_where_those_of_the_server_do(session, text):
    before = None
    for kind, ours, position in list(POSTGRESQL.lexer.pieces(text))[:12]:
        goes_on = kind is before is TokenKind.STRING  # what escapes mean in it depends on the string before it
        is_told = kind not in TRIVIA and ours.upper() not in BEGINNINGS and not goes_on
        if is_told and (theirs := refused_token(session, text[position:])) is not None:
            assert agree(ours, kind, theirs, session.info.server_version), (ours, theirs)
        before = before if kind in TRIVIA else kind


def test_the_keywords_are_those_of_the_servers(session):
    told = {
        word.upper(): category
        for word, category in session.execute("SELECT word, catcode::text FROM pg_get_keywords()")
    }
    assert set(told) <= POSTGRESQL.keywords
    assert {word for word, category in told.items() if category != "U"} <= POSTGRESQL.reserved


SPECIAL = word_set(
    """
    cast coalesce grouping greatest json_array json_arrayagg json_exists json_query json_scalar json_serialize
    json_table json_value json_objectagg least merge_action nullif treat trim xmlconcat xmlelement xmlforest xmlparse
    xmlpi xmlroot xmlserialize xmltable
    """
)
"""What the grammar makes of names that are no functions."""


def test_the_functions_are_those_of_one_of_the_servers(postgresql_of):
    known: set[str] = set()
    for version in ("system", "18"):
        known |= {name for (name,) in postgresql_of(version).ask("SELECT proname FROM pg_proc")}
    assert POSTGRESQL.functions - known - SPECIAL == set()


HARMLESS = word_set(
    """
    array_sample array_shuffle clock_timestamp current_query currval gen_random_uuid lastval lo_get
    pg_available_wal_summaries pg_blocking_pids pg_collation_actual_version pg_control_checkpoint pg_control_init
    pg_control_recovery pg_control_system pg_current_logfile pg_current_wal_flush_lsn pg_current_wal_insert_lsn
    pg_current_wal_lsn pg_database_collation_actual_version pg_database_size pg_get_aios
    pg_get_backend_memory_contexts pg_get_loaded_modules pg_get_multixact_members pg_get_shmem_allocations
    pg_get_shmem_allocations_numa pg_get_wait_events pg_get_wal_replay_pause_state pg_get_wal_resource_managers
    pg_get_wal_summarizer_state pg_indexes_size pg_is_in_recovery pg_is_wal_replay_paused pg_jit_available
    pg_last_committed_xact pg_last_wal_receive_lsn pg_last_wal_replay_lsn pg_last_xact_replay_timestamp
    pg_ls_archive_statusdir pg_ls_dir pg_ls_logdir pg_ls_logicalmapdir pg_ls_logicalsnapdir pg_ls_replslotdir
    pg_ls_summariesdir pg_ls_tmpdir pg_ls_waldir pg_notification_queue_usage pg_partition_ancestors
    pg_partition_tree pg_read_binary_file pg_read_file pg_relation_size pg_replication_origin_progress
    pg_replication_origin_session_is_setup pg_replication_origin_session_progress pg_safe_snapshot_blocking_pids
    pg_sequence_last_value pg_show_replication_origin_status pg_sleep pg_sleep_for pg_sleep_until pg_stat_file
    pg_stat_have_stats pg_table_size pg_tablespace_size pg_total_relation_size pg_wal_summary_contents
    pg_xact_commit_timestamp pg_xact_commit_timestamp_origin pg_xact_status random random_normal timeofday
    txid_status uuidv4 uuidv7
    """
)
"""Functions that are volatile because they tell of the present, of chance, or of files."""


def test_a_function_that_changes_nothing_is_not_volatile_or_known_not_to(session):
    volatile = {name for (name,) in session.execute("SELECT proname FROM pg_proc WHERE provolatile = 'v'")}
    assert volatile & POSTGRESQL.safety.pure_functions <= HARMLESS
    assert POSTGRESQL.functions >= postgresql_words.IMPURE_FUNCTIONS
