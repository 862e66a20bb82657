"""Who waits for whom, where MySQL names the wrong threads or none."""

from lapwing.drivers.mysql.row_waits import Transaction, waits_of_rows

FIRST = Transaction("26", 12.0, False, None, "1593", "")
SECOND = Transaction("27", 11.0, True, 3.0, "1594", "lock")
WANTED = ("RECORD", "X,REC_NOT_GAP", "X,REC_NOT_GAP", "0", "shop.accounts", "PRIMARY", "1")
OPEN = {each.session_id: each for each in (FIRST, SECOND)}


def test_transactions_tell_whose_locks_they_are_where_threads_are_the_servers_own() -> None:
    for threads in ((None, None), ("5", "6")):
        (wait,) = waits_of_rows([(*threads, *WANTED, "1594", "1593")], OPEN)
        assert (wait.waits, wait.blocks) == ("27", "26")
        assert (wait.wait_s, wait.blocker_age_s) == (3.0, 12.0)
        assert wait.object == "row of shop.accounts (PRIMARY 1)"


def test_a_transaction_that_is_not_listed_yet_is_nobodys() -> None:
    assert not list(waits_of_rows([("5", "26", *WANTED, "1600", "1593")], OPEN))


def test_threads_tell_it_to_who_may_not_see_transactions() -> None:
    (wait,) = waits_of_rows([("27", "26", *WANTED, "1594", "1593")], None)
    assert (wait.waits, wait.blocks, wait.wait_s) == ("27", "26", None)
    assert not list(waits_of_rows([("27", None, *WANTED, "1594", "1593")], None))
