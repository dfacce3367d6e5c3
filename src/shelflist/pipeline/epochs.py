"""Epochs: the moment from which captures are read by other code or other rules (docs/changes.md, the ledger)."""

from datetime import datetime

from shelflist.archive.durable import write_whole
from shelflist.archive.ledger import Ledger
from shelflist.models.track import State
from shelflist.models.web import Epoch
from shelflist.pipeline.place import Workplace
from shelflist.pipeline.stored_state import write_in_one_piece
from shelflist.settings import EXTRACTOR_VERSION, RUN_ID_FORMAT


def is_other_reading(place: Workplace, state: State) -> bool:
    """The state was read by other code or other rules than those at hand."""
    if not state.extractor_version:
        return False  # nothing was ever folded
    return (state.extractor_version, state.rules_sha256) != (EXTRACTOR_VERSION, place.loaded.sha256)


def begin_epoch_if_needed(place: Workplace, state: State, began_at: datetime) -> Epoch | None:
    """Record an epoch with the state that the old reading had come to. No run, decision or epoch has that time."""
    return begin_epoch(place, state, began_at) if is_other_reading(place, state) else None


def begin_epoch(place: Workplace, state: State, began_at: datetime) -> Epoch:
    """A replay begins there, with this state."""
    epoch_id = began_at.strftime(RUN_ID_FORMAT)
    state_file = f"epochs/{epoch_id}.json"
    file = place.raw / state_file
    write_in_one_piece(file, state)
    write_whole(place.raw / "rules" / f"{place.loaded.sha256}.toml", place.loaded.text.encode())
    epoch = Epoch(
        epoch_id=epoch_id,
        began_at=began_at,
        extractor_version=EXTRACTOR_VERSION,
        rules_sha256=place.loaded.sha256,
        state_file=state_file,
    )
    with Ledger.open(place.raw) as ledger:
        ledger.append(epoch)
        ledger.sync()
    return epoch
