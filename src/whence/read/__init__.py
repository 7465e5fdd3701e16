"""Reading: bytes become documents. Importing this loads no parser; each is loaded when a file needs it."""

from whence.read.jobs import Found, Job
from whence.read.limits import Limits
from whence.read.one import read_job
from whence.read.pool import read_all
from whence.read.walk import walk

__all__ = ["Found", "Job", "Limits", "read_all", "read_job", "walk"]
