"""Several people at the same moment, each in a thread with a connection of its own."""

from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from threading import Barrier

from django.db import connections


def at_once(tasks) -> list:
    """Answers of all tasks, each started at the same moment."""
    start = Barrier(len(tasks), timeout=30)

    def run(task):
        start.wait()
        return _apart(task)

    with ThreadPoolExecutor(len(tasks)) as threads:
        return list(threads.map(run, tasks))


@contextmanager
def started(task):
    """Somebody who begins now and need not be ready before the block ends."""
    with ThreadPoolExecutor(1) as threads:
        answer: Future = threads.submit(_apart, task)
        yield answer
    answer.result()


def _apart(task):
    try:
        return task()
    finally:
        connections.close_all()
