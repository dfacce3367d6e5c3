"""From the markup of the content element to runs of text, in document order. No recursion: pages can be nested deeply.

The *content text* is defined here: the text nodes of the content element in document order, without those of dropped
elements, one line feed for each <br>, white space at its beginning left out; nothing else is changed. It is what a
browser's `textContent` gives, so that the positions of blocks can be checked against the page by hand.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

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
from shelflist.extract.leaves import leaf_line
from shelflist.extract.links import Site
from shelflist.extract.marks import Mark, Selected
from shelflist.extract.markup import MARKED, MAX_TAGS, Tag, anchor_of, attribute, mark_of, styled, tags_of, text_of
from shelflist.extract.pieces import Heading, Piece, PieceKind, Place, Run
from shelflist.extract.text import is_blank, is_space

MAX_DEPTH = 500
"""Elements within elements; hand-made pages stay below 30."""

_ALONE = IS_VOID | IS_DROPPED
_SET_APART = IS_NAVIGATION | IS_CAPTION
_PLACED = IS_PLACE | _SET_APART
_STYLE = IS_LINK | IS_EMPHASIS | IS_STRONG | IS_STYLED | IS_PREFORMATTED
_NO_MARK = Mark()


@dataclass(slots=True)
class Walked:
    """What the walk gives: runs in order, the content text, and the texts of the elements it passed by."""

    runs: list[Run] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    passed: list[str] = field(default_factory=list)

    @property
    def content_text(self) -> str:
        return "".join(self.texts)


class Walker:
    """One walk over one content element."""

    def __init__(self, selected: Selected, marks: Mapping[str, Mark], site: Site) -> None:
        self._selected, self._marks, self._site = selected, marks, site
        self._kinds = selected.kinds
        root = Frame(Place())
        root.block = True
        self._frames = [root]
        self._pieces: list[Piece] = []  # of the run that is begun
        self._place = root.place  # of that run
        self._heading: Heading | None = None  # that of the run before
        self._length = 0  # of the content text so far
        self._dropped = 0  # elements that are open from a dropped one on
        self._walked = Walked()

    def walk(self, parts: Sequence[str]) -> Walked:
        """Runs of the text among `parts`. Raises ReadError when elements are nested deeper than MAX_DEPTH."""
        self._take(parts[0])
        for leaf, attributes, content, markup in zip(*(parts[start::4] for start in range(1, 5)), strict=True):
            if not self._leaf(leaf, attributes, content):
                self._take(f"<{leaf}{attributes}>{content}</{leaf}>")
            self._take(markup)
        self._end_run()
        return self._walked

    # leaves

    def _leaf(self, leaf: str, attributes: str, content: str) -> bool:
        """Take in a leaf, if it is as simple as most."""
        frame, place = self._frames[-1], self._frames[-1].place
        if not self._is_simple(frame, attributes, content):
            return False
        if self._pieces:
            self._end_run()
        nth = frame.counts.get(leaf, 0) + 1
        path = f"{leaf}:nth-of-type({nth})"
        if frame.path:
            path = f"{frame.path} > {path}"
        if leaf in HEADINGS:
            place = replace(place, heading=Heading(HEADINGS[leaf], attribute(attributes, "id"), path))
        elif place.heading is not None:
            return False
        if (found := leaf_line(content, frame.anchor, self._length, place, path, self._site)) is None:
            return False
        line, text = found
        self._walked.runs.append(Run(place, path, (), line))
        self._walked.texts.append(text)
        self._length += len(text)
        self._heading = place.heading
        frame.counts[leaf] = nth
        frame.children += 1
        return True

    def _is_simple(self, frame: Frame, attributes: str, content: str) -> bool:
        """Nothing around the leaf or said of it asks for more thought."""
        if self._dropped or frame.preformatted or frame.place.cell or frame.place.term or not self._selected.has_leaves:
            return False
        if "style=" in attributes or len(self._frames) > MAX_DEPTH - MAX_TAGS:
            return False
        return not self._marks or not (MARKED in attributes or MARKED in content)

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

    def _close(self) -> None:
        if self._frames[-1].block:
            self._end_run()
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
            self._end_run()
            frame.depth, frame.strong = 0, False
        if kind & _PLACED:
            self._set_place(frame, parent, kind, written, mark)
        elif kind & _STYLE:
            self._set_style(frame, kind, written)
        self._frames.append(frame)

    def _alone(self, tag: str, kind: int) -> None:
        """An element whose content is passed by, or that can have none."""
        if kind & IS_DROPPED:
            self._dropped = 0 if kind & IS_VOID else 1
        elif tag == "br":
            self._break()
        elif tag == "img":
            self._image()
        elif kind & IS_BLOCK:
            self._end_run()

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

    # text

    def _text(self, text: str) -> None:
        if self._dropped:
            self._walked.passed.append(text)
            return
        text = text if self._length else text.lstrip()
        if self._pieces or not is_space(text):
            if self._frames[-1].preformatted and "\n" in text:
                self._preformatted(text)
            else:
                self._piece(PieceKind.TEXT, text, self._length)
        self._walked.texts.append(text)
        self._length += len(text)

    def _preformatted(self, text: str) -> None:
        start = self._length
        for number, line in enumerate(text.split("\n")):
            if number:
                self._piece(PieceKind.BREAK, "\n", start)
                start += 1
            self._piece(PieceKind.TEXT, line, start)
            start += len(line)

    def _break(self) -> None:
        if self._pieces:
            self._piece(PieceKind.BREAK, "\n", self._length)
        if self._length:
            self._walked.texts.append("\n")
            self._length += 1

    def _image(self) -> None:
        if self._frames[-1].anchor is not None:
            self._piece(PieceKind.IMAGE, "", self._length)

    def _piece(self, kind: PieceKind, text: str, start: int) -> None:
        frame = self._frames[-1]
        if not self._pieces:
            self._place = frame.place
        self._pieces.append(Piece(kind, text, start, frame.anchor, frame.depth, frame.strong))

    def _end_run(self) -> None:
        pieces, self._pieces = self._pieces, []
        if all(is_blank(piece.text) for piece in pieces):
            return
        place, last, self._heading = self._place, self._heading, self._place.heading
        if place.heading is not None and place.heading is last:  # unclosed, it heads only its first paragraph
            place = replace(place, heading=None)
        path = place.heading.path if place.heading is not None else self._block_path()
        self._walked.runs.append(Run(place, path, pieces))

    # paths

    def _block_path(self) -> str:
        """The CSS path of the innermost open block element, from the content element down."""
        return next(frame for frame in reversed(self._frames) if frame.block).path
