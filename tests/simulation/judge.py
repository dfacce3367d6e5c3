"""What the harvest must have told, from what the site really showed whenever a page was believed.

Every line has a true key. A page that was observed whole is compared with what it showed then: each difference to the
last time must be told once, and nothing else may be.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from shelflist.models.track import Event, State
from shelflist.models.vocabulary import RowStatus
from tests.simulation.archive import Owner, target
from tests.simulation.site import Site

KINDS = ("added", "changed", "relinked", "moved")


@dataclass(slots=True)
class Judge:
    """Takes notes night by night; `mistakes` says at the end what was wrong."""

    owner: Owner
    site: Site
    due: Counter[tuple[str, int]] = field(default_factory=Counter)
    told: Counter[tuple[str, int]] = field(default_factory=Counter)
    false_removals: list[str] = field(default_factory=list)
    removals: Counter[int] = field(default_factory=Counter)
    keys: dict[str, int] = field(default_factory=dict)  # entry id -> key
    ids: dict[int, set[str]] = field(default_factory=dict)
    _shown: dict[int, tuple[int, str, str | None]] = field(default_factory=dict)  # key -> page, text, address

    def note(self, state: State, events: Iterable[Event], at: datetime) -> None:
        """One fold: `at` is the time of the run whose captures were folded."""
        self._look(state, at)
        self._listen(list(events))

    def _look(self, state: State, at: datetime) -> None:
        for page in sorted(state.pages.values(), key=lambda page: page.page_id):
            if page.last_complete_at == at and page.wp_post_id in self.site.served:
                for key, (text, address) in self.site.served[page.wp_post_id].items():
                    self._expect(key, page.wp_post_id, text, address)

    def _expect(self, key: int, page: int, text: str, address: str | None) -> None:
        before = self._shown.get(key)
        self._shown[key] = (page, text, address)
        if before is None:
            self.due["added", key] += 1
            return
        self.due["moved", key] += before[0] != page
        self.due["changed", key] += before[1] != text
        self.due["relinked", key] += before[2] != address

    def _listen(self, events: list[Event]) -> None:
        told: set[tuple[str, int]] = set()
        for event in events:
            if event.change_type == "added" and event.entity_type == "entry":
                key = self.owner.names[event.new_value or ""]
                self.keys[event.entity_id] = key
                self.ids.setdefault(key, set()).add(event.entity_id)
        for event in events:
            told |= set(self._said(event))
        self.told.update(told)

    def _said(self, event: Event) -> Iterator[tuple[str, int]]:
        entry = event.related_ids[0] if event.entity_type == "link" else event.entity_id
        key = self.keys.get(entry)
        if key is None or event.minor:
            return
        if event.change_type == "removed" and event.entity_type == "entry":
            self.removals[key] += 1
            if key in self.owner.visible:
                self.false_removals.append(f"{event.observed_at:%Y-%m-%d} {event.label}")
        elif event.change_type == "reappeared":
            self.removals[key] -= 1
        elif event.change_type == "retracted":
            self.ids[key].discard(entry)
            self.told["added", key] -= 1
        elif event.change_type in KINDS and (event.change_type != "moved" or event.field == "page_id"):
            yield event.change_type.value, key

    def mistakes(self, state: State) -> list[str]:
        """One sentence for each: content that is not the truth, changes told too often or not at all."""
        return [*self._of_content(state), *self.false_removals, *self._of_changes(), *self._of_removals()]

    def _of_content(self, state: State) -> Iterator[str]:
        truth = {
            key: (page.number, line.text, target(self.owner, line)) for key, (page, line) in self.owner.visible.items()
        }
        found: dict[int, tuple[int | None, str, str | None]] = {}
        for row in state.entries.values():
            if row.status is RowStatus.ACTIVE:
                link = row.primary_link
                place = state.pages[row.page_id].wp_post_id
                found[self.owner.names[row.citation_raw]] = (place, row.citation_raw, link.url if link else None)
            else:
                yield f"{row.status}: {row.citation_raw}"
        for key in sorted(truth.keys() | found.keys()):
            if truth.get(key) != found.get(key):
                yield f"content: found {found.get(key)}, expected {truth.get(key)}"

    def _of_changes(self) -> Iterator[str]:
        for kind, key in sorted(self.due.keys() | self.told.keys()):
            if self.due[kind, key] != self.told[kind, key]:
                yield f"{kind} {key}: told {self.told[kind, key]} times, expected {self.due[kind, key]}"

    def _of_removals(self) -> Iterator[str]:
        visible = self.owner.visible
        for key in sorted(self._shown):
            if self.removals[key] != (key not in visible):
                yield f"removed {key}: told {self.removals[key]} times, expected {int(key not in visible)}"
            if len(self.ids.get(key, ())) != 1:
                yield f"line {key}: known by {len(self.ids.get(key, ()))} ids, expected 1"
