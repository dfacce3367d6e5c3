"""The REST API of a small WordPress, told to a fault server."""

import json
from collections.abc import Sequence

from tests.fetch.server import Answer, FaultServer, answer

API = "/wp-json/wp/v2/"


def post(site: FaultServer, number: int, modified: str = "2026-01-01T00:00:00") -> dict[str, object]:
    return {"id": number, "link": site.url(f"/post-{number}/"), "modified": modified}


def post_list(posts: Sequence[dict[str, object]], *, total: int | None = None, pages: int = 1) -> Answer:
    """One answer of a list; `total` is what X-WP-Total says."""
    counts = {"X-WP-Total": str(len(posts) if total is None else total), "X-WP-TotalPages": str(pages)}
    return answer(json.dumps(posts), headers={"Content-Type": "application/json"} | counts)


def serve(site: FaultServer, *posts: dict[str, object], root: str = API) -> None:
    """A site with these posts, no pages, no terms."""
    site.on(f"{root}posts", post_list(posts))
    site.on(f"{root}pages", post_list([]))
    for name in ("categories", "tags"):
        site.on(f"{root}{name}", post_list([]))
    for item in posts:
        site.on(f"{root}posts/{item['id']}", answer(json.dumps(item), headers={"Content-Type": "application/json"}))


def asked_for(site: FaultServer) -> list[str]:
    """Paths in order, without their queries and without robots.txt."""
    paths = [path.partition("?")[0] for path in site.paths]
    return [path.removeprefix(API) for path in paths if path != "/robots.txt"]
