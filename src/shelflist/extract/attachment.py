"""An attachment of WordPress: the file behind its page, and behind its item of the REST interface.

The page stands between a link and the file that is meant: ``rel="attachment wp-att-7"``, ``?attachment_id=7``.
"""

from collections.abc import Mapping

from shelflist.errors import ReadError
from shelflist.extract.answers import Answer
from shelflist.extract.document import Head, parse_html
from shelflist.extract.links import resolve
from shelflist.models.checked import FileFound

_WAYS = (
    ("p.attachment a[href]", "href"),
    (".full-size-link a[href]", "href"),
    (".attachment source[src]", "src"),  # of a film or a sound
    ("img.attachment-full[src]", "src"),
)
"""Where WordPress and its themes have the file, best first."""


def read_media(payload: bytes, place: str) -> FileFound:
    """The file of an item of ``wp/v2/media``. Raises ReadError."""
    item = Answer.read(payload, place)
    media_type = item.get("mime_type")
    return FileFound(item.member("source_url").text(), media_type.text() if media_type is not None else None)


def read_attachment_page(payload: bytes, headers: Mapping[str, str], url: str) -> FileFound:
    """The file on an attachment page. Raises ReadError where the page shows none."""
    tree = parse_html(payload, headers, url)
    base = Head(tree, url).base
    for css, attribute in _WAYS:
        for node in tree.css(css)[:1]:
            if address := resolve(base, node.attributes.get(attribute) or ""):
                return FileFound(address)
    raise ReadError(f"{url}: found no file, expected that of an attachment")
