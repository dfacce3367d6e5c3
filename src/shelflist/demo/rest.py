"""The REST interface as far as a harvester asks: posts, pages, categories and tags, in lists and one by one.

Answers follow the WordPress REST API handbook: parameters, error codes, and the headers X-WP-Total, X-WP-TotalPages
and Link.
"""

import json
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from urllib.parse import urlencode

from shelflist.demo.answer import JSON, Answer, Header, Request, Site
from shelflist.demo.items import Item, post_item, root_item, select, term_item

_PREFIX = "/wp-json"
_HEADERS: tuple[Header, ...] = (
    ("X-Robots-Tag", "noindex"),
    ("X-Content-Type-Options", "nosniff"),
    ("Access-Control-Expose-Headers", "X-WP-Total, X-WP-TotalPages, Link"),
    ("Allow", "GET"),
)
_POST_ORDERS = ("date", "id", "include", "modified", "slug", "title")
_TERM_ORDERS = ("id", "include", "name", "slug", "count")


@dataclass(frozen=True)
class _Collection:
    """A route that lists items. `orders`: what it may be ordered by, the default first."""

    items: Callable[[Site], Sequence[Item]]
    orders: tuple[str, ...]
    direction: str
    invalid: str  # error code for an unknown id


_COLLECTIONS = {
    "posts": _Collection(
        lambda site: [post_item(site, post) for post in site.edition.of_kind("post")],
        _POST_ORDERS, "desc", "rest_post_invalid_id",
    ),
    "pages": _Collection(
        lambda site: [post_item(site, post) for post in site.edition.of_kind("page")],
        _POST_ORDERS, "desc", "rest_post_invalid_id",
    ),
    "categories": _Collection(
        lambda site: [term_item(site, term) for term in site.edition.of_taxonomy("category")],
        ("name", *_TERM_ORDERS), "asc", "rest_term_invalid",
    ),
    "tags": _Collection(
        lambda site: [term_item(site, term) for term in site.edition.of_taxonomy("post_tag")],
        ("name", *_TERM_ORDERS), "asc", "rest_term_invalid",
    ),
}  # fmt: skip


class _Refusal(Exception):
    """The request is answered with an error document."""

    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(message)
        self.status, self.code, self.message = status, code, message


def rest(site: Site, request: Request) -> Answer | None:
    """The answer of the REST interface; None for addresses outside it."""
    path = request.path
    if "rest_route" in request.query and path == "/":
        path = _PREFIX + request.query["rest_route"]
    if path != _PREFIX and not path.startswith(_PREFIX + "/"):
        return None
    try:
        return _routed(site, request, path.removeprefix(_PREFIX).strip("/"))
    except _Refusal as refusal:
        body = {"code": refusal.code, "message": refusal.message, "data": {"status": refusal.status}}
        return _answer(body, status=refusal.status)


def _routed(site: Site, request: Request, route: str) -> Answer:
    no_route = _Refusal(404, "rest_no_route", "No route was found matching the URL and request method.")
    if not site.rest:
        raise no_route
    if not route:
        return _answer(root_item(site, list(_COLLECTIONS)))
    name, _, number = route.removeprefix("wp/v2/").partition("/")
    if not route.startswith("wp/v2/") or name not in _COLLECTIONS or (number and not number.isdigit()):
        raise no_route
    collection = _COLLECTIONS[name]
    return _one(site, request, collection, number) if number else _list(site, request, collection, name)


def _one(site: Site, request: Request, collection: _Collection, number: str) -> Answer:
    for item in collection.items(site):
        if str(item["id"]) == number:
            link: Header = ("Link", f'<{item["link"]}>; rel="alternate"; type=text/html')
            return _answer(select(item, request.query.get("_fields")), (link,))
    raise _Refusal(404, collection.invalid, "Invalid ID.")


def _list(site: Site, request: Request, collection: _Collection, name: str) -> Answer:
    per_page = _within(request, "per_page", 10, 100)
    page = _within(request, "page", 1, None)
    items = _ordered(_filtered(collection.items(site), request), request, collection)
    pages = math.ceil(len(items) / per_page)
    if page > max(pages, 1):
        message = "The page number requested is larger than the number of pages available."
        raise _Refusal(400, "rest_post_invalid_page_number", message)
    shown = [select(item, request.query.get("_fields")) for item in items[(page - 1) * per_page : page * per_page]]
    totals: tuple[Header, ...] = (("X-WP-Total", str(len(items))), ("X-WP-TotalPages", str(pages)))
    return _answer(shown, totals + _neighbours(site, request, name, page, pages))


def _within(request: Request, name: str, default: int, most: int | None) -> int:
    value = request.number(name, default)
    if value is None or value < 1 or (most is not None and value > most):
        raise _Refusal(400, "rest_invalid_param", f"Invalid parameter(s): {name}")
    return value


def _filtered(items: Sequence[Item], request: Request) -> list[Item]:
    found = list(items)
    if request.query.get("status", "publish") != "publish":
        raise _Refusal(400, "rest_invalid_param", "Invalid parameter(s): status")
    for name, key in (("include", "id"), ("slug", "slug")):
        if wanted := request.query.get(name):
            found = [item for item in found if str(item[key]) in wanted.split(",")]
    for name in ("categories", "tags"):
        if wanted := request.query.get(name):
            found = [item for item in found if set(wanted.split(",")) & {str(term) for term in item.get(name, ())}]
    for name, key in (("after", "date_gmt"), ("modified_after", "modified_gmt")):
        if name in request.query:
            bound = _moment(request, name)
            found = [item for item in found if key not in item or item[key] > bound]
    return found


def _moment(request: Request, name: str) -> str:
    """A bound as WordPress writes times: UTC without an offset. A bare date is refused there as here."""
    text = request.query[name]
    try:
        moment = datetime.fromisoformat(text) if "T" in text else None
        utc = moment.astimezone(UTC) if moment and moment.tzinfo else moment
    except (ValueError, OverflowError):
        utc = None
    if utc is None:
        raise _Refusal(400, "rest_invalid_param", f"Invalid parameter(s): {name}")
    return utc.strftime("%Y-%m-%dT%H:%M:%S")


def _ordered(items: list[Item], request: Request, collection: _Collection) -> list[Item]:
    by = request.query.get("orderby", collection.orders[0])
    direction = request.query.get("order", collection.direction)
    if by not in collection.orders or direction not in ("asc", "desc"):
        raise _Refusal(
            400, "rest_invalid_param", "Invalid parameter(s): " + ("order" if by in collection.orders else "orderby")
        )
    if by == "include":
        asked = request.query.get("include", "").split(",")
        return sorted(items, key=lambda item: asked.index(str(item["id"])) if str(item["id"]) in asked else -1)
    return sorted(items, key=lambda item: (_sort_key(item, by), item["id"]), reverse=direction == "desc")


def _sort_key(item: Item, by: str) -> str | int:
    value = item[by]["rendered"] if by == "title" else item[by]
    return value if isinstance(value, int) else str(value)


def _neighbours(site: Site, request: Request, name: str, page: int, pages: int) -> tuple[Header, ...]:
    def link(number: int, rel: str) -> Header:
        query = urlencode({**request.query, "page": str(number)})
        return ("Link", f'<{site.url(f"{_PREFIX}/wp/v2/{name}?{query}")}>; rel="{rel}"')

    before = (link(page - 1, "prev"),) if page > 1 else ()
    return before + ((link(page + 1, "next"),) if page < pages else ())


def _answer(body: object, headers: tuple[Header, ...] = (), status: int = HTTPStatus.OK) -> Answer:
    """JSON as PHP writes it: ASCII, with every slash escaped."""
    text = json.dumps(body, separators=(",", ":")).replace("/", "\\/")
    return Answer(status, JSON, text.encode("ascii"), _HEADERS + headers)
