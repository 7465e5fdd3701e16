"""Questions to a case, each answered with citations."""

from whence.ask.answering import answer
from whence.ask.answers import Answer, Citation, Line, Section
from whence.ask.brief import brief
from whence.ask.dossier import who
from whence.ask.judgements import list_judgements
from whence.ask.lists import conflicts, list_problems, list_proposals, network, posts, search, timeline, why
from whence.ask.replies import Item, Reply
from whence.ask.review import queue, waiting
from whence.ask.sources import list_sources

__all__ = [
    "Answer",
    "Citation",
    "Item",
    "Line",
    "Reply",
    "Section",
    "answer",
    "brief",
    "conflicts",
    "list_judgements",
    "list_problems",
    "list_proposals",
    "list_sources",
    "network",
    "posts",
    "queue",
    "search",
    "timeline",
    "waiting",
    "who",
    "why",
]
