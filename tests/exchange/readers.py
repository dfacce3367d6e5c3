"""Strict readers of BibLaTeX and RIS, written from the formats' manuals and not from our writers."""

import re
from collections.abc import Iterator

_TEX = {
    r"\textbraceleft": "{", r"\textbraceright": "}", r"\textbackslash": "\\", r"\textasciitilde": "~",
    r"\textasciicircum": "^",
}  # fmt: skip
_TAG = re.compile(r"([A-Z][A-Z0-9])  - (.*)")


def read_biblatex(text: str) -> dict[str, dict[str, str]]:
    """Fields by key, braces and escapes still in them; the type is under "@". Fails where biber would."""
    found: dict[str, dict[str, str]] = {}
    end = 0
    while match := re.compile(r"\s*@(\w+)\{([\w:-]+),").match(text, end):
        assert match[2] not in found, "a key stands twice"
        found[match[2]], end = _fields(text, match.end())
        found[match[2]]["@"] = match[1]
    assert text[end:].strip() == "", text[end : end + 80]
    return found


def _fields(text: str, end: int) -> tuple[dict[str, str], int]:
    fields: dict[str, str] = {}
    while match := re.compile(r"\s*(\w+) = \{").match(text, end):
        assert match[1] not in fields, "a field stands twice"
        end = _closing(text, match.end())
        fields[match[1]] = text[match.end() : end - 1]
        assert text[end] == ","
        end += 1
    closed = re.compile(r"\s*\}").match(text, end)
    assert closed, text[end : end + 80]
    return fields, closed.end()


def _closing(text: str, start: int) -> int:
    """Behind the brace that closes the one before `start`; a backslash protects none."""
    depth = 1
    for at in range(start, len(text)):
        depth += {"{": 1, "}": -1}.get(text[at], 0)
        if depth == 0:
            return at + 1
    raise AssertionError("a brace is not closed")


def printed(value: str) -> str:
    """What TeX prints for the value of a field. Fails where a special sign is not escaped."""
    return "".join(_printed(value))


def _printed(value: str) -> Iterator[str]:
    for token in re.findall(r"\\[a-z]+|\\.|.", value, re.DOTALL):
        assert token not in "&%$#_~^", f"{token} in {value}"
        if token in _TEX:
            yield _TEX[token]
        elif token.startswith("\\"):
            assert token[1] in "&%$#_", token
            yield token[1]
        elif token not in "{}":
            yield token


def read_ris(text: str) -> list[dict[str, list[str]]]:
    """Values by tag, record by record. Every line is a tag and its value, from TY to ER, ended by CRLF."""
    records: list[dict[str, list[str]]] = []
    assert "\n" not in text.replace("\r\n", "")
    for block in text.split("\r\n\r\n")[:-1]:
        lines = [_TAG.fullmatch(line) for line in block.split("\r\n")]
        tags = [line[1] if line else "" for line in lines]
        assert tags[0] == "TY"
        assert tags[-1] == "ER"
        assert "" not in tags, block
        record: dict[str, list[str]] = {}
        for line in lines:
            record.setdefault(line[1] if line else "", []).append(line[2] if line else "")
        records.append(record)
    return records
