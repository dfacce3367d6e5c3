"""Which of the linked documents are to be asked after, and in which order. Nobody is asked here."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import chain, zip_longest
from urllib.parse import urlsplit

from shelflist.fetch.addresses import LinkScope, fault
from shelflist.fetch.documents import Document, is_markup
from shelflist.models.checked import Standing
from shelflist.models.track import State
from shelflist.models.vocabulary import RowStatus
from shelflist.sources import Source
from shelflist.track.targets import document_of


def linked_documents(state: State, rules: Source) -> list[Document]:
    """What the entries link to, each address once; those that the source leaves out are not asked for."""
    scope, found = LinkScope(rules), dict[str, Document]()
    for row in sorted(state.entries.values(), key=lambda row: row.entry_id):
        for link in row.links if row.status is not RowStatus.OUT_OF_SCOPE else ():
            url = document_of(link.url)
            if link.status is RowStatus.ACTIVE and url not in found and fault(url) is None:
                promised = None if is_markup(link.media_type) else link.media_type
                found[url] = Document(url, promised, link.is_attachment)
    return [document for document in found.values() if scope.objection(document.url) is None]


def due_documents(
    documents: Iterable[Document], state: State, last: Mapping[str, datetime], at: datetime, rules: Source
) -> list[Document]:
    """Those never checked first, then the doubtful, then those whose check is the longest ago."""
    fresh = timedelta(days=rules.links.recheck_days)
    confirm = timedelta(hours=rules.gates.missing_confirm_hours)

    def is_doubtful(url: str) -> bool:
        return url in state.targets and state.targets[url].standing is Standing.DOUBTFUL

    due = [
        one
        for one in documents
        if one.url not in last or at - last[one.url] >= (min(confirm, fresh) if is_doubtful(one.url) else fresh)
    ]
    never = datetime.min.replace(tzinfo=at.tzinfo)
    return sorted(due, key=lambda one: (one.url in last, not is_doubtful(one.url), last.get(one.url, never), one.url))


def by_turns(documents: Sequence[Document]) -> list[Document]:
    """Host by host in turn, so that the pause for one is spent on the others."""
    by_host: dict[str, list[Document]] = {}
    for document in documents:
        by_host.setdefault(urlsplit(document.url).netloc.lower(), []).append(document)
    turns = chain.from_iterable(zip_longest(*by_host.values()))
    return [document for document in turns if document is not None]
