"""What a source's ``[lookups]`` tell the reading of its lines; here without the model that checks them.

Reading a line needs no configuration, and the model's library takes longer to import than all of reading.
"""

from dataclasses import dataclass
from typing import Protocol


class Oddities(Protocol):
    """The form of `shelflist.sources.model.Lookups`; hashable, as the gazetteer is made once for each."""

    @property
    def places(self) -> tuple[str, ...]: ...
    @property
    def publishers(self) -> tuple[str, ...]: ...
    @property
    def names(self) -> tuple[str, ...]: ...
    @property
    def navigation(self) -> tuple[str, ...]: ...
    @property
    def placeholders(self) -> tuple[str, ...]: ...
    def __hash__(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Usual:
    """The defaults of `Lookups`, for a line of no source."""

    places: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    navigation: tuple[str, ...] = (r"^More on (the )?",)
    placeholders: tuple[str, ...] = (r"^\[?(more )?to (be added|follow|come)",)


USUAL = Usual()
