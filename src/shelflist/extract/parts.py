"""Posts that are split over several pages (<!--nextpage-->), made one again."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from shelflist.extract.blocks import content_hash
from shelflist.extract.outline import outlined
from shelflist.models.page import Block, BlockKind, Page


def join_parts(pages: Sequence[Page]) -> Page:
    """One page with the blocks of all `pages`, which are its parts in order; at least one.

    Headings reach over the parts, as in the undivided post, and links from part to part are left out: the joined page
    equals what the REST door gives. Positions and paths stay those within the part, which `Block.part` names.
    """
    if len(pages) == 1:
        return pages[0]
    blocks = tuple(outlined(_numbered(pages)))
    return replace(
        pages[0],
        blocks=blocks,
        text_coverage=_coverage(pages),
        content_hash=content_hash(blocks),
        protected=any(page.protected for page in pages),
        next_part=pages[-1].next_part,
    )


def _numbered(pages: Sequence[Page]) -> Iterator[Block]:
    own = {address for page in pages for address in (page.url, page.canonical_url, page.next_part) if address}
    for number, page in enumerate(pages, start=1):
        for block in page.blocks:
            if not _leads_to_parts(block, own):
                yield replace(block, part=number)


def _leads_to_parts(block: Block, own: set[str]) -> bool:
    is_navigation = block.kind is BlockKind.NAVIGATION and bool(block.links)
    return is_navigation and all(link.url in own for link in block.links)


def _coverage(pages: Sequence[Page]) -> float:
    """Coverage of all parts together, each counted by its text."""
    weights = [max(sum(len(block.text) for block in page.blocks), 1) for page in pages]
    return sum(page.text_coverage * weight for page, weight in zip(pages, weights, strict=True)) / sum(weights)
