"""The words of SQLite, from its documentation (lang_keywords, lang_corefunc, lang_datefunc, lang_aggfunc,
windowfunctions, json1, lang_mathfunc, fts5, pragma), as of 3.51. A test holds them against the library itself."""

from typing import Final

from lapwing.sql.patterns import word_set

KEYWORDS: Final = word_set(
    """
    ABORT ACTION ADD AFTER ALL ALTER ALWAYS ANALYZE AND AS ASC ATTACH AUTOINCREMENT BEFORE BEGIN BETWEEN BY CASCADE
    CASE CAST CHECK COLLATE COLUMN COMMIT CONFLICT CONSTRAINT CREATE CROSS CURRENT CURRENT_DATE CURRENT_TIME
    CURRENT_TIMESTAMP DATABASE DEFAULT DEFERRABLE DEFERRED DELETE DESC DETACH DISTINCT DO DROP EACH ELSE END ESCAPE
    EXCEPT EXCLUDE EXCLUSIVE EXISTS EXPLAIN FAIL FILTER FIRST FOLLOWING FOR FOREIGN FROM FULL GENERATED GLOB GROUP
    GROUPS HAVING IF IGNORE IMMEDIATE IN INDEX INDEXED INITIALLY INNER INSERT INSTEAD INTERSECT INTO IS ISNULL JOIN
    KEY LAST LEFT LIKE LIMIT MATCH MATERIALIZED NATURAL NO NOT NOTHING NOTNULL NULL NULLS OF OFFSET ON OR ORDER
    OTHERS OUTER OVER PARTITION PLAN PRAGMA PRECEDING PRIMARY QUERY RAISE RANGE RECURSIVE REFERENCES REGEXP REINDEX
    RELEASE RENAME REPLACE RESTRICT RETURNING RIGHT ROLLBACK ROW ROWS SAVEPOINT SELECT SET TABLE TEMP TEMPORARY THEN
    TIES TO TRANSACTION TRIGGER UNBOUNDED UNION UNIQUE UPDATE USING VACUUM VALUES VIEW VIRTUAL WHEN WHERE WINDOW
    WITH WITHOUT
    """
)
CORE_FUNCTIONS: Final = word_set(
    """
    abs changes char coalesce concat concat_ws format glob hex if ifnull iif instr last_insert_rowid length like
    likelihood likely load_extension lower ltrim max min nullif octet_length printf quote random randomblob replace
    round rtrim sign soundex sqlite_compileoption_get sqlite_compileoption_used sqlite_offset sqlite_source_id
    sqlite_version substr substring subtype total_changes trim typeof unhex unicode unistr unistr_quote unlikely
    upper zeroblob
    """
)
DATE_FUNCTIONS: Final = word_set("date time datetime julianday unixepoch strftime timediff")
AGGREGATE_FUNCTIONS: Final = word_set(
    "avg count group_concat max median min percentile percentile_cont percentile_disc string_agg sum total"
)
WINDOW_FUNCTIONS: Final = word_set(
    "row_number rank dense_rank percent_rank cume_dist ntile lag lead first_value last_value nth_value"
)
JSON_FUNCTIONS: Final = word_set(
    """
    json json_array json_array_insert json_array_length json_each json_error_position json_extract json_group_array
    json_group_object json_insert json_object json_patch json_pretty json_quote json_remove json_replace json_set
    json_tree json_type json_valid jsonb jsonb_array jsonb_array_insert jsonb_each jsonb_extract jsonb_group_array
    jsonb_group_object jsonb_insert jsonb_object jsonb_patch jsonb_remove jsonb_replace jsonb_set jsonb_tree
    """
)
MATH_FUNCTIONS: Final = word_set(
    """
    acos acosh asin asinh atan atan2 atanh ceil ceiling cos cosh degrees exp floor ln log log10 log2 mod pi pow
    power radians sin sinh sqrt tan tanh trunc
    """
)
SEARCH_FUNCTIONS: Final = word_set("bm25 highlight matchinfo offsets snippet")
FUNCTIONS: Final = (
    CORE_FUNCTIONS
    | DATE_FUNCTIONS
    | AGGREGATE_FUNCTIONS
    | WINDOW_FUNCTIONS
    | JSON_FUNCTIONS
    | MATH_FUNCTIONS
    | SEARCH_FUNCTIONS
)
INFIX_FUNCTIONS: Final = frozenset({"glob", "like"})
"""Functions that are operators when a parenthesis follows their keyword."""
IMPURE_FUNCTIONS: Final = frozenset({"load_extension"})
TYPES: Final = word_set(
    """
    ANY BIGINT BIT BLOB BOOL BOOLEAN BYTEA CHAR CHARACTER CLOB DATE DATETIME DEC DECIMAL DOUBLE FLOAT INT INT2 INT4
    INT8 INTEGER JSON JSONB MEDIUMINT NATIVE NCHAR NUMBER NUMERIC NVARCHAR PRECISION REAL SMALLINT STRING TEXT TIME
    TIMESTAMP TINYINT UNSIGNED UUID VARCHAR VARYING
    """
)
READING_PRAGMAS: Final = word_set(
    """
    analysis_limit application_id auto_vacuum automatic_index busy_timeout cache_size cache_spill cell_size_check
    checkpoint_fullfsync collation_list compile_options data_version database_list defer_foreign_keys encoding
    foreign_key_check foreign_keys freelist_count fullfsync function_list hard_heap_limit ignore_check_constraints
    integrity_check journal_mode journal_size_limit legacy_alter_table locking_mode max_page_count mmap_size
    module_list page_count page_size pragma_list query_only quick_check read_uncommitted recursive_triggers
    reverse_unordered_selects schema_version secure_delete soft_heap_limit synchronous table_list temp_store threads
    trusted_schema user_version wal_autocheckpoint writable_schema
    """
)
READING_PRAGMAS_OF: Final = word_set(
    """
    foreign_key_check foreign_key_list index_info index_list index_xinfo integrity_check quick_check table_info
    table_list table_xinfo
    """
)
"""Those that take the name of a table or index, or a number of errors."""
WORDS_BEFORE_PAREN: Final = word_set(
    """
    ALL AND AS BETWEEN BY CASE CAST DISTINCT ELSE EXCEPT EXISTS FILTER FROM GLOB HAVING IN INTERSECT IS JOIN LIKE
    LIMIT MATCH MATERIALIZED NOT OFFSET ON OR OVER SELECT THEN UNION USING VALUES WHEN WHERE
    """
)
"""Keywords behind which a parenthesis is no call."""
