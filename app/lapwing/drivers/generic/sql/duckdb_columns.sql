-- Columns of one table or view.
-- :schema, :name
SELECT column_name, data_type, is_nullable, column_default, is_generated
FROM information_schema.columns
WHERE table_schema = :schema AND table_name = :name AND table_catalog IN (current_database(), 'temp', 'system')
ORDER BY table_catalog = current_database(), table_catalog = 'temp', ordinal_position
