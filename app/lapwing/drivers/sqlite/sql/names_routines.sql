-- Functions that this connection knows, with their numbers of arguments; narg is -1 for any number.
SELECT DISTINCT name, type, narg, builtin FROM pragma_function_list ORDER BY name, narg
