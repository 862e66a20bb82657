-- Storage engines that undo changes.
SELECT ENGINE FROM information_schema.ENGINES WHERE TRANSACTIONS = 'YES'
