"""From the markup of the content element to runs of text, in document order: which tags open what, and what they mean.

No recursion: pages can be nested deeply.
"""

from collections.abc import Iterable, Mapping

from shelflist.errors import ReadError
from shelflist.extract.elements import (
    HEADINGS,
    IS_BLOCK,
    IS_CAPTION,
    IS_CLOSING,
    IS_DROPPED,
    IS_EMPHASIS,
    IS_LINK,
    IS_NAVIGATION,
    IS_NOTHING,
    IS_PLACE,
    IS_PREFORMATTED,
    IS_STRONG,
    IS_STYLED,
    IS_VOID,
    LISTS,
    kind_of_tag,
)
from shelflist.extract.frames import Frame, cell_of, term_of
from shelflist.extract.leaves import take_leaf
from shelflist.extract.links import Site
from shelflist.extract.marks import Mark, Selected
from shelflist.extract.markup import (
    MARKED,
    MAX_TAGS,
    Leaf,
    Tag,
    anchor_of,
    attribute,
    mark_of,
    styled,
    tags_of,
    text_of,
)
from shelflist.extract.pieces import Heading, Place
from shelflist.extract.walked import Walked

MAX_DEPTH = 500
"""Elements within elements; hand-made pages stay below 30."""

_ALONE = IS_VOID | IS_DROPPED
_SET_APART = IS_NAVIGATION | IS_CAPTION
_PLACED = IS_PLACE | _SET_APART
_STYLE = IS_LINK | IS_EMPHASIS | IS_STRONG | IS_STYLED | IS_PREFORMATTED
_NO_MARK = Mark()


class Walker:
    """One walk over one content element."""

    def __init__(self, selected: Selected, marks: Mapping[str, Mark], site: Site) -> None:
        self._selected, self._marks, self._site = selected, marks, site
        self._kinds = selected.kinds
        root = Frame(Place())
        root.block, root.holds_leaves = True, selected.has_leaves
        self._frames = [root]
        self._dropped = 0  # elements that are open from a dropped one on
        self._walked = Walked()

    def walk(self, first: str, leaves: Iterable[Leaf]) -> Walked:
        """Runs of the text in `first` and `leaves`. Raises ReadError when there are elements nested deeper than
        MAX_DEPTH.
        """
        self._take(first)
        for leaf in leaves:
            if not self._leaf(leaf):
                self._take(leaf[0])
                self._take(leaf[-2] + leaf[-1])
            elif leaf[-1]:
                self._take(leaf[-1])
        self._walked.end_run(self._frames[-1])
        return self._walked

    # leaves

    def _leaf(self, leaf: Leaf) -> bool:
        """Take in a leaf, if it is as simple as most."""
        frame = self._frames[-1]
        if not frame.holds_leaves or self._dropped or (self._marks and MARKED in leaf[0]):
            return False
        return take_leaf(leaf, frame, self._walked, self._site)

    # tags

    def _take(self, markup: str) -> None:
        """Take in a piece of markup, of any kind."""
        if "<" not in markup:
            if markup:
                self._text(text_of(markup))
            return
        tags = tags_of(markup)
        for number, (text, _, tag) in enumerate(tags):
            if text:
                self._text(text_of(text))
            kind, name, written = self._kinds.get(tag), tag, ""
            if kind is None:
                name, _, written = tag.partition(" ")
                kind = self._kinds.get(name, kind_of_tag(name))
            if self._dropped:
                self._dropped += (kind == IS_CLOSING and -1) or (kind >= 0 and not kind & IS_VOID)
            elif kind == IS_CLOSING:
                self._close()
            elif kind != IS_NOTHING:
                self._open(name, kind, written, tags[number + 1])

    def _text(self, text: str) -> None:
        if self._dropped:
            self._walked.passed.append(text)
        else:
            self._walked.text(text, self._frames[-1])

    def _close(self) -> None:
        if self._frames[-1].block:
            self._walked.end_run(self._frames[-1])
        self._frames.pop()

    def _open(self, tag: str, kind: int, written: str, following: Tag) -> None:
        mark = self._marks.get(mark_of(written), _NO_MARK) if self._marks and written else _NO_MARK
        kind |= mark.kind
        parent = self._frames[-1]
        if kind & _ALONE:
            parent.count(tag)
            self._alone(tag, kind)
            return
        frame = parent.within(tag)
        if following == ("", "<", f"/{tag}"):
            kind &= ~_PLACED  # nothing is in it
        elif len(self._frames) > MAX_DEPTH:
            raise ReadError(f"the content is nested deeper than expected: more than {MAX_DEPTH} elements")
        # An <em> that is never closed lies around all paragraphs below: only what is within a block sets off its words.
        if kind & (IS_BLOCK | _SET_APART):
            frame.block = True
            self._walked.end_run(self._frames[-1])
            frame.depth, frame.strong = 0, False
        if kind & _PLACED:
            self._set_place(frame, parent, kind, written, mark)
        elif kind & _STYLE:
            self._set_style(frame, kind, written)
        frame.holds_leaves = parent.holds_leaves and self._may_hold(tag, kind)
        self._frames.append(frame)

    def _may_hold(self, tag: str, kind: int) -> bool:
        """Leaves in such an element can be as simple as elsewhere."""
        if kind & (IS_LINK | IS_PREFORMATTED) or (kind & IS_PLACE and tag not in LISTS):
            return False
        return len(self._frames) < MAX_DEPTH - MAX_TAGS

    def _alone(self, tag: str, kind: int) -> None:
        """An element whose content is passed by, or that can have none."""
        if kind & IS_DROPPED:
            self._dropped = 0 if kind & IS_VOID else 1
        elif tag == "br":
            self._walked.line_break(self._frames[-1])
        elif tag == "img":
            self._walked.image(self._frames[-1])
        elif kind & IS_BLOCK:
            self._walked.end_run(self._frames[-1])

    def _set_style(self, frame: Frame, kind: int, written: str) -> None:
        if kind & IS_LINK:
            frame.anchor = anchor_of(written, self._site) or frame.anchor
        elif kind & (IS_EMPHASIS | IS_STRONG):
            frame.depth += kind & IS_EMPHASIS != 0
            frame.strong = frame.strong or kind & IS_STRONG != 0
        elif kind & IS_STYLED:
            if css := attribute(written, "style"):
                frame.depth, frame.strong = styled(frame.depth, frame.strong, css)
        else:
            frame.preformatted = True

    def _set_place(self, frame: Frame, parent: Frame, kind: int, written: str, mark: Mark) -> None:
        place, tag = frame.place, frame.tag
        heading, cell, term, depth = place.heading, place.cell, place.term, place.list_depth
        if tag in HEADINGS:
            heading = Heading(HEADINGS[tag], attribute(written, "id"), frame.path)
        elif tag in ("tr", "td", "th"):
            cell = cell_of(frame, parent, tag, cell, mark)
        elif tag in ("dt", "dd"):
            term = term_of(parent, tag)
        elif tag in LISTS:
            depth += 1
        caption = place.caption or kind & IS_CAPTION != 0
        navigation = place.navigation or kind & IS_NAVIGATION != 0
        frame.place = Place(heading, caption, navigation, cell, term, depth)
