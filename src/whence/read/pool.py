"""Many files at once: results come in the order of the jobs, whatever the number of workers."""

from collections.abc import Container, Iterable, Iterator

from whence.read.jobs import Found, Job
from whence.read.limits import Limits
from whence.read.one import read_job


def read_all(
    jobs: Iterable[Job], *, workers: int = 1, limits: Limits | None = None, known: Container[str] = ()
) -> Iterator[Found]:
    """Yield what all jobs hold; never raises for what a file holds. The same bytes give one document, once."""
    limits = limits or Limits()
    yield from once(found for job in jobs for found in read_job(job, limits, known))


def once(found: Iterable[Found]) -> Iterator[Found]:
    """Let only the first sighting of a document carry it, and only that one the problems of its content."""
    seen: set[str] = set()
    for item in found:
        if item.document is not None and item.document.id in seen:
            yield Found(sighting=item.sighting)
            continue
        if item.document is not None:
            seen.add(item.document.id)
        yield item
