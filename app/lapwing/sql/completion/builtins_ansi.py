"""The functions of the standard (SQL:2016) that most servers have: arguments and result. Arguments in brackets can be
left out; `...` stands for more of the same."""

from typing import Final

SIGNATURES: Final = """
abs(x number) number
array_agg(value [ORDER BY ...]) array
avg([DISTINCT] value number) number
cast(value AS type) type
ceil(x number) number
ceiling(x number) number
char_length(string) integer
character_length(string) integer
coalesce(value, ...) same as value
count(*) integer
count([DISTINCT] value) integer
cume_dist() number
dense_rank() integer
exp(x number) number
extract(field FROM source) number
first_value(value) same as value
floor(x number) number
lag(value, [offset integer], [default]) same as value
last_value(value) same as value
lead(value, [offset integer], [default]) same as value
listagg(value, [separator]) varchar
ln(x number) number
lower(string) varchar
max(value) same as value
min(value) same as value
mod(x number, y number) number
nth_value(value, n integer) same as value
ntile(buckets integer) integer
nullif(value, other) same as value
octet_length(string) integer
overlay(string PLACING new FROM start [FOR count]) varchar
percent_rank() number
position(substring IN string) integer
power(x number, y number) number
rank() integer
row_number() integer
sqrt(x number) number
stddev_pop(value number) number
stddev_samp(value number) number
substring(string FROM start [FOR count]) varchar
sum([DISTINCT] value number) number
trim([LEADING | TRAILING | BOTH] [characters FROM] string) varchar
unnest(array, ...) setof rows
upper(string) varchar
var_pop(value number) number
var_samp(value number) number
width_bucket(operand number, low number, high number, count integer) integer
"""
