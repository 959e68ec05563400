"""A page that is sent while its work goes on: the head at once, then steps, at last the result.

The browser shows what has come so far, so it needs neither a script nor a second question. Work that is
done before its first step is answered by an ordinary page, with a status that tells how it ended.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus

from django.http import HttpRequest, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string

from .public.steps import Step, Work

STEPS, END = "<!-- kroky -->", "<!-- konec -->"


@dataclass(frozen=True)
class Ending:
    """What the work has come to: a page by itself, or the last part of a page that showed steps."""

    title: str
    part: str
    context: dict
    status: HTTPStatus = HTTPStatus.OK
    address: str = ""  # where it is found later, once the work changed something

    def page(self, request: HttpRequest):
        context = self.context | {"title": self.title, "part": self.part}
        return render(request, "exchange/public_file.html", context, status=self.status)


def answer(request: HttpRequest, context: dict, work: Work[Ending]):
    """`context` is that of the page around the steps."""
    try:
        first = next(work)
    except StopIteration as end:
        ending = end.value
        return redirect(ending.address) if ending.address else ending.page(request)
    # Rendered before anything is sent: the token against forgery and messages belong into headers.
    page = render_to_string("exchange/public_progress.html", context, request)
    response = StreamingHttpResponse(_Stream(request, page, first, work))
    # A proxy that collects the whole page would hide what it is for.
    response["X-Accel-Buffering"] = "no"
    return response


@dataclass(frozen=True)
class _Stream:
    """Parts of the page; closed in the middle it closes the work, which then changes nothing."""

    request: HttpRequest
    page: str
    first: Step
    work: Work[Ending]

    def __iter__(self) -> Iterator[str]:
        before, _, rest = self.page.partition(STEPS)
        between, _, after = rest.partition(END)
        yield before
        try:
            ending = yield from self._steps()
        except Exception:
            yield between + render_to_string("exchange/_broken.html") + after
            raise
        yield between + render_to_string(ending.part, ending.context, self.request) + after

    def _steps(self):
        """Shows each step before it asks for the next one."""
        step = self.first
        while True:
            yield render_to_string("exchange/_step.html", {"step": step})
            try:
                step = next(self.work)
            except StopIteration as end:
                return end.value

    def close(self):
        self.work.close()
