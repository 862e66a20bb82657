"""The functions of PostgreSQL that are used most: arguments and result, as the manual's chapter "Functions and
Operators" names them. Arguments in brackets can be left out; `...` stands for more of the same."""

from typing import Final

SIGNATURES: Final = """
abs(x number) same as x
age(timestamp timestamptz, [earlier timestamptz]) interval
any_value(value any) same as value
array_agg(value any [ORDER BY ...]) array
array_append(array anyarray, element) anyarray
array_cat(array anyarray, array anyarray) anyarray
array_dims(array anyarray) text
array_fill(value any, lengths integer[], [lower_bounds integer[]]) anyarray
array_length(array anyarray, dimension integer) integer
array_lower(array anyarray, dimension integer) integer
array_ndims(array anyarray) integer
array_position(array anyarray, element, [from integer]) integer
array_positions(array anyarray, element) integer[]
array_prepend(element, array anyarray) anyarray
array_remove(array anyarray, element) anyarray
array_replace(array anyarray, from element, to element) anyarray
array_to_json(array anyarray, [pretty boolean]) json
array_to_string(array anyarray, delimiter text, [null_string text]) text
array_upper(array anyarray, dimension integer) integer
ascii(string text) integer
avg(value number) numeric
bit_and(value integer) same as value
bit_or(value integer) same as value
bit_length(string text) integer
bool_and(value boolean) boolean
bool_or(value boolean) boolean
btrim(string text, [characters text]) text
cardinality(array anyarray) integer
cbrt(x double precision) double precision
ceil(x number) same as x
ceiling(x number) same as x
char_length(string text) integer
character_length(string text) integer
chr(code integer) text
clock_timestamp() timestamptz
coalesce(value any, ...) same as value
concat(value any, ...) text
concat_ws(separator text, value any, ...) text
convert_from(bytes bytea, encoding name) text
convert_to(string text, encoding name) bytea
corr(Y double precision, X double precision) double precision
cos(x double precision) double precision
count(*) bigint
count([DISTINCT] value any) bigint
cume_dist() double precision
current_database() name
current_schema() name
current_schemas(include_implicit boolean) name[]
current_setting(name text, [missing_ok boolean]) text
currval(sequence regclass) bigint
date_bin(stride interval, source timestamp, origin timestamp) timestamp
date_part(field text, source timestamp) double precision
date_trunc(field text, source timestamptz, [timezone text]) timestamptz
decode(string text, format text) bytea
degrees(radians double precision) double precision
dense_rank() bigint
div(y numeric, x numeric) numeric
encode(bytes bytea, format text) text
every(value boolean) boolean
exp(x number) same as x
extract(field FROM source timestamp) numeric
first_value(value any) same as value
floor(x number) same as x
format(format text, value any, ...) text
format_type(type oid, modifier integer) text
gcd(x number, y number) same as x
gen_random_uuid() uuid
generate_series(start number, stop number, [step number]) setof number
generate_series(start timestamp, stop timestamp, step interval, [timezone text]) setof timestamp
generate_subscripts(array anyarray, dimension integer, [reverse boolean]) setof integer
greatest(value any, ...) same as value
grouping(expression, ...) integer
initcap(string text) text
isfinite(value timestamp) boolean
json_agg(value any [ORDER BY ...]) json
json_array_elements(array json) setof json
json_array_elements_text(array json) setof text
json_array_length(array json) integer
json_build_array(value any, ...) json
json_build_object(key text, value any, ...) json
json_each(object json) setof (key text, value json)
json_each_text(object json) setof (key text, value text)
json_extract_path(from json, path text, ...) json
json_extract_path_text(from json, path text, ...) text
json_object(keys text[], values text[]) json
json_object_agg(key any, value any) json
json_object_keys(object json) setof text
json_populate_record(base anyelement, from json) anyelement
json_populate_recordset(base anyelement, from json) setof anyelement
json_strip_nulls(value json) json
json_to_record(object json) record
json_to_recordset(array json) setof record
json_typeof(value json) text
jsonb_agg(value any [ORDER BY ...]) jsonb
jsonb_array_elements(array jsonb) setof jsonb
jsonb_array_elements_text(array jsonb) setof text
jsonb_array_length(array jsonb) integer
jsonb_build_array(value any, ...) jsonb
jsonb_build_object(key text, value any, ...) jsonb
jsonb_each(object jsonb) setof (key text, value jsonb)
jsonb_each_text(object jsonb) setof (key text, value text)
jsonb_extract_path(from jsonb, path text, ...) jsonb
jsonb_extract_path_text(from jsonb, path text, ...) text
jsonb_insert(target jsonb, path text[], new_value jsonb, [insert_after boolean]) jsonb
jsonb_object_agg(key any, value any) jsonb
jsonb_object_keys(object jsonb) setof text
jsonb_path_exists(target jsonb, path jsonpath, [vars jsonb], [silent boolean]) boolean
jsonb_path_query(target jsonb, path jsonpath, [vars jsonb], [silent boolean]) setof jsonb
jsonb_path_query_array(target jsonb, path jsonpath, [vars jsonb], [silent boolean]) jsonb
jsonb_path_query_first(target jsonb, path jsonpath, [vars jsonb], [silent boolean]) jsonb
jsonb_populate_record(base anyelement, from jsonb) anyelement
jsonb_populate_recordset(base anyelement, from jsonb) setof anyelement
jsonb_pretty(value jsonb) text
jsonb_set(target jsonb, path text[], new_value jsonb, [create_if_missing boolean]) jsonb
jsonb_strip_nulls(value jsonb) jsonb
jsonb_to_record(object jsonb) record
jsonb_to_recordset(array jsonb) setof record
jsonb_typeof(value jsonb) text
justify_interval(value interval) interval
lag(value any, [offset integer], [default any]) same as value
last_value(value any) same as value
lastval() bigint
lcm(x number, y number) same as x
lead(value any, [offset integer], [default any]) same as value
least(value any, ...) same as value
left(string text, n integer) text
length(string text) integer
ln(x number) same as x
log(x number) same as x
log(base numeric, x numeric) numeric
lower(string text) text
lpad(string text, length integer, [fill text]) text
ltrim(string text, [characters text]) text
make_date(year integer, month integer, day integer) date
make_interval([years integer], [months integer], [weeks integer], [days integer], [hours integer], [mins integer],
    [secs double precision]) interval
make_time(hour integer, min integer, sec double precision) time
make_timestamp(year integer, month integer, day integer, hour integer, min integer, sec double precision) timestamp
make_timestamptz(year integer, month integer, day integer, hour integer, min integer, sec double precision,
    [timezone text]) timestamptz
max(value any) same as value
md5(string text) text
min(value any) same as value
mod(y number, x number) same as y
nextval(sequence regclass) bigint
now() timestamptz
nth_value(value any, n integer) same as value
ntile(buckets integer) integer
nullif(value any, other any) same as value
num_nonnulls(value any, ...) integer
num_nulls(value any, ...) integer
obj_description(object oid, catalog name) text
octet_length(string text) integer
overlay(string text PLACING newsubstring text FROM start integer [FOR count integer]) text
percent_rank() double precision
percentile_cont(fraction double precision) double precision
percentile_disc(fraction double precision) any
pg_advisory_lock(key bigint) void
pg_advisory_unlock(key bigint) boolean
pg_backend_pid() integer
pg_blocking_pids(pid integer) integer[]
pg_cancel_backend(pid integer) boolean
pg_column_size(value any) integer
pg_database_size(database name) bigint
pg_get_constraintdef(constraint oid, [pretty boolean]) text
pg_get_expr(expression pg_node_tree, relation oid, [pretty boolean]) text
pg_get_functiondef(function oid) text
pg_get_indexdef(index oid, [column integer], [pretty boolean]) text
pg_get_serial_sequence(table text, column text) text
pg_get_viewdef(view oid, [pretty boolean]) text
pg_indexes_size(relation regclass) bigint
pg_is_in_recovery() boolean
pg_notify(channel text, payload text) void
pg_relation_size(relation regclass, [fork text]) bigint
pg_size_bytes(size text) bigint
pg_size_pretty(size bigint) text
pg_sleep(seconds double precision) void
pg_table_size(relation regclass) bigint
pg_terminate_backend(pid integer, [timeout bigint]) boolean
pg_total_relation_size(relation regclass) bigint
pg_typeof(value any) regtype
pi() double precision
plainto_tsquery([config regconfig], query text) tsquery
position(substring text IN string text) integer
power(a number, b number) same as a
quote_ident(string text) text
quote_literal(value any) text
quote_nullable(value any) text
radians(degrees double precision) double precision
random() double precision
rank() bigint
regexp_count(string text, pattern text, [start integer], [flags text]) integer
regexp_instr(string text, pattern text, [start integer], [N integer], [endoption integer],
    [flags text], [subexpr integer]) integer
regexp_like(string text, pattern text, [flags text]) boolean
regexp_match(string text, pattern text, [flags text]) text[]
regexp_matches(string text, pattern text, [flags text]) setof text[]
regexp_replace(string text, pattern text, replacement text, [flags text]) text
regexp_split_to_array(string text, pattern text, [flags text]) text[]
regexp_split_to_table(string text, pattern text, [flags text]) setof text
regexp_substr(string text, pattern text, [start integer], [N integer], [flags text], [subexpr integer]) text
repeat(string text, number integer) text
replace(string text, from text, to text) text
reverse(string text) text
right(string text, n integer) text
round(x number) same as x
round(v numeric, s integer) numeric
row_number() bigint
row_to_json(value record, [pretty boolean]) json
rpad(string text, length integer, [fill text]) text
rtrim(string text, [characters text]) text
set_config(name text, value text, is_local boolean) text
setval(sequence regclass, value bigint, [is_called boolean]) bigint
sha256(bytes bytea) bytea
sign(x number) same as x
sin(x double precision) double precision
split_part(string text, delimiter text, n integer) text
sqrt(x number) same as x
starts_with(string text, prefix text) boolean
statement_timestamp() timestamptz
stddev(value number) numeric
stddev_pop(value number) numeric
stddev_samp(value number) numeric
string_agg(value text, delimiter text [ORDER BY ...]) text
string_to_array(string text, delimiter text, [null_string text]) text[]
string_to_table(string text, delimiter text, [null_string text]) setof text
strpos(string text, substring text) integer
substr(string text, start integer, [count integer]) text
substring(string text, start integer, [count integer]) text
substring(string text FROM start integer [FOR count integer]) text
substring(string text FROM pattern text) text
sum(value number) number
tan(x double precision) double precision
timezone(zone text, timestamp timestamptz) timestamp
to_char(value timestamp, format text) text
to_char(value numeric, format text) text
to_date(string text, format text) date
to_hex(number bigint) text
to_json(value any) json
to_jsonb(value any) jsonb
to_number(string text, format text) numeric
to_regclass(name text) regclass
to_timestamp(seconds double precision) timestamptz
to_timestamp(string text, format text) timestamptz
to_tsquery([config regconfig], query text) tsquery
to_tsvector([config regconfig], document text) tsvector
transaction_timestamp() timestamptz
translate(string text, from text, to text) text
trim([LEADING | TRAILING | BOTH] [characters text FROM] string text) text
trunc(x number) same as x
trunc(v numeric, s integer) numeric
ts_headline([config regconfig], document text, query tsquery, [options text]) text
ts_rank([weights real[]], vector tsvector, query tsquery, [normalization integer]) real
txid_current() bigint
unnest(array anyarray, ...) setof anyelement
upper(string text) text
uuidv4() uuid
uuidv7([shift interval]) uuid
var_pop(value number) numeric
var_samp(value number) numeric
variance(value number) numeric
version() text
websearch_to_tsquery([config regconfig], query text) tsquery
width_bucket(operand number, low number, high number, count integer) integer
xmlagg(value xml) xml
xpath(path text, document xml, [namespaces text[][]]) xml[]
"""
