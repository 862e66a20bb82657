"""The functions of SQLite: arguments and result, as its documentation names them (lang_corefunc, lang_aggfunc,
lang_datefunc, windowfunctions, json1, lang_mathfunc). Arguments in brackets can be left out; `...` stands for more of
the same."""

from typing import Final

SIGNATURES: Final = """
abs(X) number
acos(X) real
asin(X) real
atan(X) real
atan2(Y, X) real
avg(X) real
bm25(table, [weight], ...) real
ceil(X) number
ceiling(X) number
changes() integer
char(X, ...) text
coalesce(X, Y, ...) same as X
concat(X, ...) text
concat_ws(SEP, X, ...) text
cos(X) real
count(*) integer
count([DISTINCT] X) integer
cume_dist() real
date([time-value], [modifier], ...) text
datetime([time-value], [modifier], ...) text
degrees(X) real
dense_rank() integer
exp(X) real
first_value(expr) same as expr
floor(X) number
format(FORMAT, value, ...) text
glob(PATTERN, X) integer
group_concat(X, [SEPARATOR]) text
hex(X) text
highlight(table, column, before, after) text
ifnull(X, Y) same as X
iif(B1, V1, ..., [ELSE]) same as V1
instr(X, Y) integer
json(X) json
json_array(value, ...) json
json_array_length(json, [path]) integer
json_each(json, [path]) setof (key, value, type, atom, id, parent, fullkey, path)
json_error_position(X) integer
json_extract(json, path, ...) value
json_group_array(value) json
json_group_object(name, value) json
json_insert(json, path, value, ...) json
json_object(label, value, ...) json
json_patch(json, json) json
json_pretty(json, [indent]) text
json_quote(value) json
json_remove(json, path, ...) json
json_replace(json, path, value, ...) json
json_set(json, path, value, ...) json
json_tree(json, [path]) setof (key, value, type, atom, id, parent, fullkey, path)
json_type(json, [path]) text
json_valid(json, [flags]) integer
jsonb(X) jsonb
jsonb_extract(json, path, ...) value
jsonb_group_array(value) jsonb
jsonb_group_object(name, value) jsonb
jsonb_object(label, value, ...) jsonb
jsonb_set(json, path, value, ...) jsonb
julianday([time-value], [modifier], ...) real
lag(expr, [offset], [default]) same as expr
last_insert_rowid() integer
last_value(expr) same as expr
lead(expr, [offset], [default]) same as expr
length(X) integer
like(PATTERN, X, [ESCAPE]) integer
ln(X) real
log(X) real
log(B, X) real
log10(X) real
log2(X) real
lower(X) text
ltrim(X, [characters]) text
max(X) same as X
max(X, Y, ...) same as X
min(X) same as X
min(X, Y, ...) same as X
mod(X, Y) real
nth_value(expr, N) same as expr
ntile(N) integer
nullif(X, Y) same as X
octet_length(X) integer
percent_rank() real
pi() real
pow(X, Y) real
power(X, Y) real
printf(FORMAT, value, ...) text
quote(X) text
radians(X) real
random() integer
randomblob(N) blob
rank() integer
replace(X, Y, Z) text
round(X, [digits]) real
row_number() integer
rtrim(X, [characters]) text
sign(X) integer
sin(X) real
snippet(table, column, before, after, ellipsis, tokens) text
soundex(X) text
sqlite_source_id() text
sqlite_version() text
sqrt(X) real
strftime(format, [time-value], [modifier], ...) text
string_agg(X, SEPARATOR) text
substr(X, start, [length]) text
substring(X, start, [length]) text
sum(X) number
tan(X) real
time([time-value], [modifier], ...) text
timediff(time-value, time-value) text
total(X) real
total_changes() integer
trim(X, [characters]) text
trunc(X) number
typeof(X) text
unhex(X, [ignored]) blob
unicode(X) integer
unixepoch([time-value], [modifier], ...) integer
upper(X) text
zeroblob(N) blob
"""
