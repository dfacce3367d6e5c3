"""What a walk has come past: runs of pieces between two block boundaries, and the content text. No markup.

The *content text* is defined here: the text nodes of the content element in document order, without those of dropped
elements, one line feed for each <br>, white space at its beginning left out; nothing else is changed. It is what a
browser's `textContent` gives, so that the positions of blocks can be checked against the page by hand.
"""

from dataclasses import replace

from shelflist.extract.frames import Frame
from shelflist.extract.pieces import BREAK, IMAGE, TEXT, Heading, Line, Piece, PieceKind, Place, Run
from shelflist.extract.text import is_blank, is_space


class Walked:
    """`runs`: in order; a line for one that is read already. `passed`: the texts of the elements that were passed by.
    `length`: of the content text so far.
    """

    __slots__ = ("_heading", "_pieces", "_place", "_texts", "length", "passed", "runs")

    def __init__(self) -> None:
        self.runs: list[Run | Line] = []
        self.passed: list[str] = []
        self.length = 0
        self._texts: list[str] = []
        self._pieces: list[Piece] = []  # of the run that is begun
        self._place = Place()  # of that run
        self._heading: Heading | None = None  # that of the run before

    @property
    def content_text(self) -> str:
        return "".join(self._texts)

    def text(self, text: str, frame: Frame) -> None:
        """A text node within the element `frame`."""
        text = text if self.length else text.lstrip()
        if self._pieces or not is_space(text):
            if frame.preformatted and "\n" in text:
                self._preformatted(text, frame)
            else:
                self._piece(TEXT, text, self.length, frame)
        self._texts.append(text)
        self.length += len(text)

    def _preformatted(self, text: str, frame: Frame) -> None:
        start = self.length
        for number, line in enumerate(text.split("\n")):
            if number:
                self._piece(BREAK, "\n", start, frame)
                start += 1
            self._piece(TEXT, line, start, frame)
            start += len(line)

    def line_break(self, frame: Frame) -> None:
        if self._pieces:
            self._piece(BREAK, "\n", self.length, frame)
        if self.length:
            self._texts.append("\n")
            self.length += 1

    def image(self, frame: Frame) -> None:
        if frame.anchor is not None:
            self._piece(IMAGE, "", self.length, frame)

    def _piece(self, kind: PieceKind, text: str, start: int, frame: Frame) -> None:
        if not self._pieces:
            self._place = frame.place
        self._pieces.append(Piece(kind, text, start, frame.anchor, frame.depth, frame.strong))

    def end_run(self, frame: Frame) -> None:
        """What is within `frame` next begins another run."""
        if not self._pieces:
            return
        pieces, self._pieces = self._pieces, []
        if all(is_blank(piece.text) for piece in pieces):
            return
        place, last, self._heading = self._place, self._heading, self._place.heading
        if place.heading is not None and place.heading is last:  # unclosed, it heads only its first paragraph
            place = replace(place, heading=None)
        path = place.heading.path if place.heading is not None else frame.block_path
        self.runs.append(Run(place, path, pieces))

    def line(self, line: Line, text: str, frame: Frame) -> None:
        """A run within `frame` that is read already; `text` is all of it, and the white space after it."""
        self.end_run(frame)
        self.runs.append(line)
        self._heading = line.place.heading
        self._texts.append(text)
        self.length += len(text)
