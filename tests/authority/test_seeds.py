"""The entries of the first source's seed pages give the clusters that were checked by eye, and no other.

``data/seed_clusters.json`` holds what was checked: for each table the groups of forms that are one, and the groups of
lines (counted from 1) that list one work or one edition. What is in no group stands alone.
"""

import json
from collections import defaultdict
from collections.abc import Hashable, Iterable
from pathlib import Path

from shelflist.authority import assign
from shelflist.authority.works import keys_of
from shelflist.models.authority import Registry
from shelflist.models.citation import Citation, Contributor, Role
from tests.authority.naming import body, person

LINES = Path(__file__).parents[1] / "parse" / "data" / "seed_entries.jsonl"
CHECKED = json.loads((Path(__file__).parent / "data" / "seed_clusters.json").read_text(encoding="utf-8"))


def contributor(name: str, role: Role) -> Contributor:
    return body(name) if " of " in name or "Club" in name else person(name, role)


def entries() -> list[Citation]:
    """The seed entries with the fields that a person read from them; of two titles the longer, with its part."""
    found = []
    for line in LINES.read_text(encoding="utf-8").splitlines():
        fields = json.loads(line)
        names = [contributor(name, Role.AUT) for name in fields["authors"]]
        names += [contributor(name, Role.EDT) for name in fields["editors"]]
        found.append(
            Citation(
                title=max([fields["title"], *fields.get("alt", {}).get("title", [])], key=len),
                other_title_information=fields["other_title_information"],
                publisher=fields["publisher"],
                place_of_publication=fields["place_of_publication"],
                date_edtf=str(fields["year"]) if fields["year"] else None,
                page_count=fields["page_count"],
                contributors=tuple(names),
            )
        )
    return found


def groups(pairs: Iterable[tuple[str, Hashable]]) -> list[list[Hashable]]:
    """What shares an id, where it is more than one."""
    by_id: dict[str, set[Hashable]] = defaultdict(set)
    for identity, member in pairs:
        by_id[identity].add(member)
    return sorted((sorted(members, key=str) for members in by_id.values() if len(members) > 1), key=str)


def found_clusters() -> dict[str, list[list[Hashable]]]:
    rows = entries()
    known = assign(Registry(), rows)
    keys = [(number, keys_of(known, row)) for number, row in enumerate(rows, 1)]
    told: dict[str, list[list[Hashable]]] = {
        of: groups((form.authority_id, form.written) for form in known.forms.values() if form.type == of)
        for of in ("agent", "publisher", "place")
    }
    told["work"] = groups((known.works[key.work].work_id, number) for number, key in keys if key)
    told["edition"] = groups((known.editions[key.edition].manifestation_id, number) for number, key in keys if key)
    return told


def test_the_seed_entries_give_the_clusters_that_were_checked_by_eye() -> None:
    assert found_clusters() == CHECKED


def test_the_clusters_do_not_depend_on_the_order_of_the_lines() -> None:
    rows = entries()
    there, back = assign(Registry(), rows), assign(Registry(), reversed(rows))
    for of in ("agent", "publisher", "place"):
        assert groups((f.authority_id, f.written) for f in there.forms.values() if f.type == of) == groups(
            (f.authority_id, f.written) for f in back.forms.values() if f.type == of
        )
