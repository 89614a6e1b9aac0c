"""A printer: sets documents at once, or behind pages that have the prints from before until then."""

import threading
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace

from kit.cards.document import Document
from kit.cards.print_run import Print, print_run
from kit.cards.typeset import Desk, Tools
from kit.shelf import Shelf, content_key


@dataclass(frozen=True)
class Job:
    """What is to be printed, with what, and where to keep it and to work on it."""

    documents: tuple[Document, ...]
    tools: Tools
    shelf: Shelf
    desk: Callable[[], AbstractContextManager[Desk]]

    @property
    def state(self) -> str:
        """A key that is the same where all is that the prints are made of."""
        tools = (*self.tools.fonts, *self.tools.templates.values())
        return content_key([each.hex() for each in tools], self.tools.code, [(d.id, d.key) for d in self.documents])


class Printer:
    """The prints by id, and what was said of documents that could not be set."""

    def __init__(self) -> None:
        """Begin with nothing printed."""
        self.prints: Mapping[str, Print] = {}
        self.said: Mapping[str, str] = {}
        self._state = ""
        self._waiting: Job | None = None
        self._at_work = threading.Lock()

    def print(self, job: Job, *, late: bool) -> bool:
        """Print a job, or put it off if it may be `late` and all its documents were printed before in some state.

        Return whether the prints are those of the job. What was put off before is not printed any more.
        """
        self._waiting = None
        known = self.prints.keys() | self.said.keys()
        if late and all(each.id in known for each in job.documents):
            if job.state != self._state:
                self._waiting = job
            return self._waiting is None
        with self._at_work:
            self._set(job)
        return True

    def put_off(self) -> Callable[[], bool] | None:
        """Return what prints the job that was put off, if one was; it returns whether that is still the newest."""
        job = self._waiting
        return (lambda: self._print_late(job)) if job is not None else None

    def _print_late(self, job: Job) -> bool:
        with self._at_work:
            if job is self._waiting:
                self._set(replace(job, tools=replace(job.tools, threads=1)))
        return job is self._waiting

    def _set(self, job: Job) -> None:
        with job.desk() as desk:
            self.prints, self.said = print_run(job.documents, job.shelf, desk, job.tools)
        self._state = job.state
