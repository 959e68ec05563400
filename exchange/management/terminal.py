"""What a command says while it works, for whoever looks at it."""

from contextlib import contextmanager

from django.core.management.base import OutputWrapper

REWRITE = "\r\x1b[K"  # back to the beginning of the line, which is erased


@contextmanager
def newest_step(stderr: OutputWrapper):
    """A function that keeps the newest step on one line of a terminal; a file or a pipe gets none of them."""

    def tell(step):
        if stderr.isatty():
            stderr.write(f"{REWRITE}{step}", style_func=str, ending="")
            stderr.flush()

    yield tell
    tell("")
