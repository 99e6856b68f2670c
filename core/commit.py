"""Work that waits for the end of the transaction and is wanted once, however often it was asked for."""

from django.db import connection, transaction


class _Wish:
    """One request to run `function`; requests of one transaction share `batch`, so only the first of them runs it."""

    def __init__(self, function, batch):
        self.function, self.batch = function, batch

    def __call__(self):
        if not self.batch["done"]:
            self.batch["done"] = True
            self.function()


def once_on_commit(function):
    """Run `function` after the current transaction commits, once; at once when there is none.

    A wish is registered at each call, so that a rolled back savepoint takes only its own wishes away. Errors of
    `function` are logged and do not reach the caller: the facts are already saved.
    """
    waiting = (wish for _savepoints, wish, _robust in reversed(connection.run_on_commit))
    same = (wish.batch for wish in waiting if isinstance(wish, _Wish) and wish.function is function)
    batch = next(same, None)
    if batch is None or batch["done"]:
        batch = {"done": False}
    transaction.on_commit(_Wish(function, batch), robust=True)
