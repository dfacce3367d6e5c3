"""The words of an entry that no field holds: what was not understood, and what there was no second place for."""

from collections.abc import Iterable

from shelflist.parse.grammar import NO_IMPRINT, PART, Label
from shelflist.parse.labels.labelled import Labelled
from shelflist.parse.segments.tokens import Segment

_USED = "\0"
_PARTING = ("\n", "", " ")


def remainder(line: Labelled, fields: Iterable[str | None], part: str) -> str | None:
    """The segments that stand in none of the `fields`. `part` is the number and name of the part, together.

    Words that come twice in the line must be held twice: each segment uses up its place in the fields.
    """
    whole = list(filter(None, fields))
    pairs = []
    for piece, label in zip(line.segments, line.trust.labels, strict=True):
        if (words := piece.text) in whole:  # the whole of a field, as most are; it is used up then
            whole.remove(words)
        else:
            pairs.append((piece, label))
    if not pairs:
        return None
    held = "\n".join(whole)
    left: list[Segment] = []
    for piece, label in sorted(pairs, key=_shortness):  # else short words take a long one's place
        if label is NO_IMPRINT:
            continue
        words = piece.text.strip("[]()? ")
        at = _place_of(words, held)
        if at >= 0:
            held = f"{held[:at]}{_USED * len(words)}{held[at + len(words) :]}"
        elif label is PART and _is_number_and_name(piece.text, part):
            part = ""
        else:
            left.append(piece)
    return "; ".join([piece.text for piece in sorted(left, key=lambda piece: piece.start)]) or None


def _shortness(pair: tuple[Segment, Label]) -> int:
    return -len(pair[0].text)


def _place_of(words: str, held: str) -> int:
    """Where the words stand, and not as pieces of longer ones; -1 if nowhere."""
    at = held.find(words)
    while at >= 0:
        before, after = held[at - 1 : at], held[at + len(words) : at + len(words) + 1]
        joined = (_joins(before) and words[:1].isalnum()) if before not in _PARTING else False
        if not joined and (after in _PARTING or not (_joins(after) and words[-1:].isalnum())):
            return at
        at = held.find(words, at + 1)
    return -1


def _joins(sign: str) -> bool:
    return sign.isalnum() or sign == "×"


def _is_number_and_name(words: str, part: str) -> bool:
    """The words of a part, shared out between its two fields: "Part 1 – the Dominated"."""
    held = part.split()
    return all(word in held or (bare := word.strip(" –—-:.,()[]")) in held or not bare for word in words.split())
