"""The functions of MySQL and MariaDB that are used most: arguments and result, as their manuals name them. Arguments in
brackets can be left out; `...` stands for more of the same."""

from typing import Final

SIGNATURES: Final = """
abs(X) number
acos(X) double
adddate(date, INTERVAL expr unit) date
adddate(date, days) date
addtime(expr1, expr2) time
aes_decrypt(crypt_str, key_str) binary
aes_encrypt(str, key_str) binary
any_value(arg) same as arg
ascii(str) int
asin(X) double
atan(Y, [X]) double
avg([DISTINCT] expr) decimal
benchmark(count, expr) int
bin(N) varchar
bin_to_uuid(binary_uuid, [swap_flag]) varchar
bit_and(expr) bigint unsigned
bit_count(N) int
bit_length(str) int
bit_or(expr) bigint unsigned
bit_xor(expr) bigint unsigned
cast(expr AS type) type
ceil(X) number
ceiling(X) number
char(N, ... [USING charset_name]) varchar
char_length(str) int
character_length(str) int
charset(str) varchar
coalesce(value, ...) same as value
collation(str) varchar
concat(str, ...) varchar
concat_ws(separator, str, ...) varchar
connection_id() bigint
conv(N, from_base, to_base) varchar
convert(expr, type) type
convert(expr USING charset_name) varchar
convert_tz(dt, from_tz, to_tz) datetime
cos(X) double
count(*) bigint
count([DISTINCT] expr) bigint
crc32(expr) int unsigned
cume_dist() double
curdate() date
current_date() date
current_time([fsp]) time
current_timestamp([fsp]) datetime
current_user() varchar
curtime([fsp]) time
database() varchar
date(expr) date
date_add(date, INTERVAL expr unit) date
date_format(date, format) varchar
date_sub(date, INTERVAL expr unit) date
datediff(expr1, expr2) int
day(date) int
dayname(date) varchar
dayofmonth(date) int
dayofweek(date) int
dayofyear(date) int
degrees(X) double
dense_rank() bigint
elt(N, str, ...) varchar
exp(X) double
extract(unit FROM date) int
field(str, str1, ...) int
find_in_set(str, strlist) int
first_value(expr) same as expr
floor(X) number
format(X, D, [locale]) varchar
found_rows() bigint
from_base64(str) varchar
from_days(N) date
from_unixtime(unix_timestamp, [format]) datetime
get_lock(str, timeout) int
greatest(value, ...) same as value
group_concat([DISTINCT] expr [ORDER BY ...] [SEPARATOR str]) text
hex(expr) varchar
hour(time) int
if(condition, then, else) same as then
ifnull(expr, other) same as expr
inet_aton(expr) int
inet_ntoa(expr) varchar
inet6_aton(expr) varbinary
inet6_ntoa(expr) varchar
insert(str, pos, len, newstr) varchar
instr(str, substr) int
is_uuid(string_uuid) int
isnull(expr) int
json_array([value], ...) json
json_array_append(json_doc, path, value, ...) json
json_array_insert(json_doc, path, value, ...) json
json_arrayagg(expr) json
json_contains(target, candidate, [path]) int
json_contains_path(json_doc, one_or_all, path, ...) int
json_depth(json_doc) int
json_extract(json_doc, path, ...) json
json_insert(json_doc, path, value, ...) json
json_keys(json_doc, [path]) json
json_length(json_doc, [path]) int
json_merge_patch(json_doc, json_doc, ...) json
json_merge_preserve(json_doc, json_doc, ...) json
json_object([key, value], ...) json
json_objectagg(key, value) json
json_overlaps(json_doc1, json_doc2) int
json_quote(string) varchar
json_remove(json_doc, path, ...) json
json_replace(json_doc, path, value, ...) json
json_search(json_doc, one_or_all, search_str, [escape_char], [path], ...) json
json_set(json_doc, path, value, ...) json
json_table(expr, path COLUMNS (...)) setof rows
json_type(json_val) varchar
json_unquote(json_val) varchar
json_valid(val) int
json_value(json_doc, path) varchar
lag(expr, [N], [default]) same as expr
last_day(date) date
last_insert_id([expr]) bigint
last_value(expr) same as expr
lcase(str) varchar
lead(expr, [N], [default]) same as expr
least(value, ...) same as value
left(str, len) varchar
length(str) int
ln(X) double
locate(substr, str, [pos]) int
log(X) double
log(B, X) double
log10(X) double
log2(X) double
lower(str) varchar
lpad(str, len, padstr) varchar
ltrim(str) varchar
makedate(year, dayofyear) date
maketime(hour, minute, second) time
max([DISTINCT] expr) same as expr
md5(str) varchar
microsecond(expr) int
mid(str, pos, len) varchar
min([DISTINCT] expr) same as expr
minute(time) int
mod(N, M) number
month(date) int
monthname(date) varchar
now([fsp]) datetime
nth_value(expr, N) same as expr
ntile(N) bigint
nullif(expr1, expr2) same as expr1
octet_length(str) int
ord(str) int
percent_rank() double
period_add(P, N) int
period_diff(P1, P2) int
pi() double
position(substr IN str) int
pow(X, Y) double
power(X, Y) double
quarter(date) int
quote(str) varchar
radians(X) double
rand([N]) double
random_bytes(len) varbinary
rank() bigint
regexp_instr(expr, pat, [pos], [occurrence], [return_option], [match_type]) int
regexp_replace(expr, pat, repl, [pos], [occurrence], [match_type]) varchar
regexp_substr(expr, pat, [pos], [occurrence], [match_type]) varchar
release_lock(str) int
repeat(str, count) varchar
replace(str, from_str, to_str) varchar
reverse(str) varchar
right(str, len) varchar
round(X, [D]) number
row_count() bigint
row_number() bigint
rpad(str, len, padstr) varchar
rtrim(str) varchar
sec_to_time(seconds) time
second(time) int
session_user() varchar
sha1(str) varchar
sha2(str, hash_length) varchar
sign(X) int
sin(X) double
sleep(duration) int
soundex(str) varchar
space(N) varchar
sqrt(X) double
st_astext(g) text
st_contains(g1, g2) int
st_distance(g1, g2) double
st_geomfromtext(wkt, [srid]) geometry
st_within(g1, g2) int
st_x(p) double
st_y(p) double
std(expr) double
stddev(expr) double
stddev_pop(expr) double
stddev_samp(expr) double
str_to_date(str, format) datetime
strcmp(expr1, expr2) int
subdate(date, INTERVAL expr unit) date
subdate(expr, days) date
substr(str, pos, [len]) varchar
substring(str, pos, [len]) varchar
substring(str FROM pos [FOR len]) varchar
substring_index(str, delim, count) varchar
subtime(expr1, expr2) time
sum([DISTINCT] expr) decimal
sysdate([fsp]) datetime
tan(X) double
time(expr) time
time_format(time, format) varchar
time_to_sec(time) int
timediff(expr1, expr2) time
timestamp(expr, [time]) datetime
timestampadd(unit, interval, datetime_expr) datetime
timestampdiff(unit, datetime_expr1, datetime_expr2) bigint
to_base64(str) varchar
to_days(date) int
to_seconds(expr) bigint
trim([BOTH | LEADING | TRAILING] [remstr FROM] str) varchar
truncate(X, D) number
ucase(str) varchar
unhex(str) varbinary
unix_timestamp([date]) bigint
upper(str) varchar
user() varchar
utc_date() date
utc_time([fsp]) time
utc_timestamp([fsp]) datetime
uuid() varchar
uuid_short() bigint unsigned
uuid_to_bin(string_uuid, [swap_flag]) binary
var_pop(expr) double
var_samp(expr) double
variance(expr) double
version() varchar
week(date, [mode]) int
weekday(date) int
weekofyear(date) int
year(date) int
yearweek(date, [mode]) int
"""
