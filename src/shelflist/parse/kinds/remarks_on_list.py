"""Sentences of a list on its own items and files: "Volumes 2 and 4 of this edition were never published."

They are notes; what else is no entry is prose. Only lines that are no entry are asked.
"""

import re

from shelflist.models.citation import LineKind

_LONGEST = 300
_OF_LIST = re.compile(
    r"(?:(?:All|Both|Some|Most|Several|Many|None|Each|The|These|Those|This)\s(?:of\s)?(?:the\s|these\s|our\s)?)?"
    r"(?:(?:following|first|last|other|early|later|older|two|three|four|five|parish|log|page)\s){0,3}"
    r"(?:items?|books?|pamphlets|leaflets|volumes?|vols?\.|numbers|nos?\.|issues|pages|images|scans?|files?|copies|titles|"
    r"editions|printings|registers|papers|transcripts|texts|slides|PDFs|C[md]+\.)(?=[\s,])|These\s(?:are|were)\s|"
    r"(?:All|Several) of these\s",
    re.IGNORECASE,
)
_OF_COPIES = re.compile(
    r"\b(?:scan(?:s|ned)?|microfilm|photocop(?:y|ies|ied)|bound|duplicated|faint|resolution|copies|copied|lent|on\sloan|"
    r"missing|incomplete|numbered|undated|marked|asterisk|never\s(?:published|issued|printed)|out\sof\sprint|originals|uncorrected|"
    r"(?:issued|published|printed)\s(?:together|in\s(?:two|three|parts))|same\stext|form\sone\svolume|order\sof\snumber|"
    r"wrong\sorder|downloaded|searchable|PDF|kept\s(?:at|by)|held\sby|donations)\b"
)
_IS = re.compile(r"\b(?:is|are|was|were|has|have|may|made|form)\b")


def kind_of_no_entry(text: str) -> LineKind:
    """A note where the line says something of the list's own copies."""
    if len(text) > _LONGEST:
        return LineKind.PROSE
    told = _OF_LIST.match(text) and _IS.search(text) and _OF_COPIES.search(text)
    return LineKind.NOTE if told else LineKind.PROSE
