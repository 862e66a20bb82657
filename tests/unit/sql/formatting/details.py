"""Options, comments, broken texts, and what dialects have of their own."""

from lapwing.sql.formatting.options import Commas, FormatOptions, Indent, LetterCase
from unit.sql.formatting.text import Text

DETAILS = [
    Text(
        "commas that lead",
        "select first_name,-- first\n last_name , email from account where x in ('aaaaaaaaaa','bbbbbbbbbbbb')",
        """\
SELECT
    first_name -- first
    , last_name
    , email
FROM account
WHERE x IN (
    'aaaaaaaaaa', 'bbbbbbbbbbbb'
)""",
        options=FormatOptions(commas=Commas.LEADING, width=40),
    ),
    Text(
        "two blanks and letters in lower case",
        "select first_name,last_name, count(*) from account where state='open' and kind=1 group "
        "by first_name, last_name",
        """\
select
  first_name,
  last_name,
  COUNT(*)
from account
where state = 'open'
  and kind = 1
group by first_name, last_name""",
        options=FormatOptions(LetterCase.LOWER, LetterCase.UPPER, indent=Indent.TWO, width=30),
    ),
    Text(
        "tabs",
        "select first_name,last_name, count(*) from account where state='open' and kind=1 group "
        "by first_name, last_name",
        """\
select first_name, last_name, count(*)
from account
where state = 'open' and kind = 1
group by first_name, last_name""",
        options=FormatOptions(LetterCase.TYPED, indent=Indent.TAB, width=50),
    ),
    Text(
        "types in upper case",
        "create table t (a int, b varchar(10)); select a::int, cast(b as text)",
        """\
CREATE TABLE t (
    a INT,
    b VARCHAR(10)
);
SELECT a::INT, cast(b AS TEXT)""",
        options=FormatOptions(type_case=LetterCase.UPPER),
    ),
    Text(
        "comments on lines of their own",
        "-- head\n\n\n-- about a\nselect a,\n-- about b\nb from t\n/* the\n   rows */\nwhere x -- yes\n "
        "and y;\n\n\n\n-- tail\n",
        """\
-- head

-- about a
SELECT
    a,
    -- about b
    b
FROM t
/* the
   rows */
WHERE x -- yes
    AND y;

-- tail
""",
    ),
    Text(
        "columns of a table",
        "create table item (id bigint generated always as identity primary key, name text not "
        "null default 'a long default value that makes the line too long' check (length(name) < "
        "100), kind int references kind (id) on delete cascade)",
        """\
CREATE TABLE item (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL DEFAULT 'a long default value that makes the line too long'
        CHECK (length(name) < 100),
    kind int REFERENCES kind (id) ON DELETE CASCADE
)""",
    ),
    Text(
        "case over lines",
        "select case kind when 1 then 'the first kind of them all' when 2 then 'the second kind' "
        "else (select name from kind k where k.id = kind) end as name from t order by case when "
        "x then 1 else 2 end",
        """\
SELECT CASE kind
    WHEN 1 THEN 'the first kind of them all'
    WHEN 2 THEN 'the second kind'
    ELSE (SELECT name FROM kind k WHERE k.id = kind)
END AS name
FROM t
ORDER BY CASE WHEN x THEN 1 ELSE 2 END""",
    ),
    Text(
        "a long sum breaks before its signs",
        "select first_amount_of_the_year + second_amount_of_the_year - third_amount_of_the_year "
        "+ fourth_amount as total from t",
        """\
SELECT first_amount_of_the_year + second_amount_of_the_year - third_amount_of_the_year
    + fourth_amount AS total
FROM t""",
    ),
    Text(
        "names that are keywords keep their letters",
        "select t.select, value, name, type as end, key from public.user, index order by position",
        "SELECT t.select, value, name, type AS end, key FROM public.user, index ORDER BY position",
    ),
    Text(
        "an unfinished statement",
        "select a, (b + c, case when x then from t where (y = 1 and",
        "SELECT a, (b + c, CASE WHEN x THEN FROM t WHERE (y = 1 AND",
    ),
    Text(
        "half a string",
        "select a  , b from t where x = 'it",
        "SELECT a, b FROM t WHERE x = 'it",
    ),
    Text(
        "psql commands and data",
        "\\set n 5\nselect  :n, :'n' \\gset\ncopy t from stdin;\n1\t  a\n\\.\nselect  1",
        """\
\\set n 5
SELECT :n, :'n' \\gset
copy t from stdin;
1	  a
\\.
SELECT 1""",
    ),
    Text(
        "continued strings",
        "select 'a'\n  'b', E'c'\n'd'",
        """\
SELECT
    'a'
    'b',
    E'c'
    'd'""",
    ),
    Text(
        "functions in dollar quotes",
        "create function f(a int) returns int immutable language sql as $$\n  select  1;\n$$",
        """\
CREATE FUNCTION f(a int)
RETURNS int
IMMUTABLE
LANGUAGE sql
AS $$
  select  1;
$$""",
    ),
    Text(
        "signs that touch would be others",
        "select - -1, 2 - - 3, a <-1, @ -5, a::int::text, x -> 'a' ->> 'b', y #>> '{a}'",
        "SELECT - -1, 2 - -3, a < -1, @ -5, a::int::text, x -> 'a' ->> 'b', y #>> '{a}'",
    ),
    Text(
        "mysql functions keep their blank",
        "select count (*), count(*), max( a ), f (1) from t where a in(1)",
        "SELECT count (*), count(*), max(a), f (1) FROM t WHERE a IN (1)",
        "mysql",
    ),
    Text(
        "mysql variables and hosts",
        "set @a:=1, @@session.sql_mode = ''; grant select on a.* to 'u'@'localhost', v@h; select "
        "@a, @`b c`, a->>'$.x', !a, --1",
        """\
SET @a := 1, @@session.sql_mode = '';
GRANT SELECT ON a.* TO 'u'@'localhost', v@h;
SELECT @a, @`b c`, a ->> '$.x', !a, --1""",
        "mysql",
    ),
    Text(
        "executable comments stay",
        "/*!40101 SET  NAMES utf8 */; create table a (b int) /*!50100 engine=x */; select /*+ no_index(t) */ a  from t",
        """\
/*!40101 SET  NAMES utf8 */;
create table a (b int) /*!50100 engine=x */;
SELECT /*+ no_index(t) */ a FROM t""",
        "mysql",
    ),
    Text(
        "hash comments and limits",
        "select 1 # one\n, 2 -- two\nfrom t limit 1,2\\G\nselect  3\\g",
        """\
SELECT
    1, # one
    2 -- two
FROM t
LIMIT 1, 2\\G
SELECT 3\\g""",
        "mysql",
    ),
    Text(
        "dot commands",
        "select  1;\n.mode csv\n.import 'a b.csv'  t\nselect  2;",
        """\
SELECT 1;
.mode csv
.import 'a b.csv'  t
SELECT 2;""",
        "sqlite",
    ),
    Text(
        "brackets and parameters",
        'insert or ignore into [my table](a,`b`,"c") values (?1,:b,$c) on conflict(a) do update '
        "set b=excluded.b where a isnull",
        """\
INSERT OR ignore INTO [my table] (a, `b`, "c")
VALUES (?1, :b, $c)
ON CONFLICT (a) DO UPDATE SET b = excluded.b
WHERE a ISNULL""",
        "sqlite",
    ),
    Text(
        "keywords as names",
        'select key, temp, plan.query, "end" from [order] where row = 1 order by desc desc',
        'SELECT key, temp, plan.query, "end" FROM [order] WHERE row = 1 ORDER BY desc DESC',
        "sqlite",
    ),
    Text(
        "the standard",
        "merge into t using s on t.a=s.a when matched then update set b=s.b",
        "MERGE INTO t USING s ON t.a = s.a WHEN matched THEN UPDATE SET b = s.b",
        "ansi",
    ),
]
