"""What `--help` says: every command, where it lives, and examples of its use (tests run them through the parser)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """`target` is imported only when the command is used; the first sentence of `about` stands in the overview."""

    name: str
    target: str
    about: str
    examples: tuple[str, ...]


COMMANDS = (
    Command(
        "harvest",
        "shelflist.cli.harvest:harvest",
        """Fetch a source, then derive and publish its tables.

Exit codes: 0 published or nothing changed, 1 failed (nothing published), 2 wrong usage or a faulty source file,
3 held or partial (a person should look), 130 stopped with Ctrl-C.""",
        ("harvest demo", "harvest michaelharrison --dry-run", "harvest my-site.toml --limit 5 --data /srv/shelflist"),
    ),
    Command(
        "replay",
        "shelflist.cli.harvest:replay",
        """Derive the tables again from the captures, without a network.

Exit codes as for harvest.""",
        ("replay demo", "replay demo --json"),
    ),
    Command(
        "diff",
        "shelflist.cli.diff:diff",
        """Compare two snapshots, entry by entry and field by field.

FROM and TO are versions, dates (the newest snapshot of that day or before), the words latest and previous, or folders.
Without them: the last two snapshots; with FROM alone: FROM and the latest. Differences stand page by page in the order
of the lines; what is no news (quotes, dashes, our own reading) is counted at the end, and of more than a hundred the
first of each page are shown. --all shows every one. Exit codes: 0 the same, 1 different, 2 trouble.""",
        (
            "diff demo",
            "diff demo 2026-11-01 2026-11-02 --format markdown",
            "diff demo 20261101T020000Z latest --all --links",
            "diff demo 20261101T020000Z --format daff",
        ),
    ),
    Command(
        "changes",
        "shelflist.cli.changes:changes",
        """Show what is new on the site.

The default folds away what was there at the first harvest, what differs in white space, quotes or order only, and
what our own reading or a person changed. --all shows every event. --since last-look shows what you have not seen yet,
and remembers it for you in your state directory ($XDG_STATE_HOME, ~/.local/state); --no-remember only looks.""",
        (
            "changes demo",
            "changes demo --since last-look",
            "changes demo --since 2026-11-01 --type added --format markdown",
            "changes demo --all --json",
        ),
    ),
    Command(
        "status",
        "shelflist.cli.status:status",
        """Show the last run and what waits for a person.

Also the pages not completely observed, and the entries missing. Without SOURCE: all harvested sources. Exit code 1
when the last success of one of them is older than 36 hours, or its last run is yet to come by the clock.""",
        ("status", "status demo --json"),
    ),
    Command(
        "review",
        "shelflist.cli.review:review",
        """Show what waits for a person, worst first.

First a held run, and what to type to release it. Then pairs that may be one entry or two. Then the entries read in
doubt, each with what was read, by what evidence, and a correction to paste into the source file. Last the corrections
whose lines are gone, or that change nothing any more. Exit codes: 0 nothing waits, 3 a person should look.""",
        ("review demo", "review demo --below 0.7 --all", "review demo --limit 3 --json"),
    ),
    Command(
        "explain",
        "shelflist.cli.explain:explain",
        """Walk from a row of the tables to the bytes it came from.

ENTRY_ID may be shortened to its first characters as long as one entry has them.""",
        ("explain demo ENTRY_ID", "explain demo ENTRY_ID --json"),
    ),
    Command(
        "new-source",
        "shelflist.cli.new_source:new_source",
        """Look at a site, and draft a source file for it.

robots.txt is asked first and kept; no other host is asked, and no more than --requests questions. The draft says which
doors were found, which element holds the list, what repeats like entries and what should be left out, each with its
numbers, and has been tried on the pages looked at. It goes to standard output or to --out; what to do next is told on
standard error. Exit codes: 0 a list was found, 1 the site gives no page, 2 wrong usage, 3 no line is an entry.""",
        (
            "new-source https://example.org/ --contact mailto:you@example.net --out example.toml",
            "new-source https://example.org/ --contact mailto:you@example.net --page https://example.org/books/",
        ),
    ),
    Command(
        "check",
        "shelflist.cli.check:check",
        """Check a source file, and what it reads from a page.

Every line of the page is shown with what it was taken for, and of each entry what was read and what was left. Then how
often each selector matched, the tree of headings, readings in doubt, lines outside the content that read as entries,
and lookups that the page does not use. Without --url or --html only the file itself is checked. Exit codes: 0 well,
1 the page could not be read, 2 a faulty source file.""",
        (
            "check my-site.toml",
            "check my-site.toml --url https://example.org/2026/01/a-list/",
            "check my-site.toml --html saved-page.html --json",
        ),
    ),
    Command(
        "parse",
        "shelflist.cli.parse:parse",
        """Read lines into bibliographic records.

JSON lines in, JSON lines out. Each line is an object with id, and html or text; heading and inherited are
optional. With --source they are read by what a source file says of its lines, and page may name the page a line is of.
Without FILE: standard input. Exit code 1 when a line was no such object.""",
        ("parse lines.jsonl", "parse < lines.jsonl > records.jsonl", "parse lines.jsonl --source my-site.toml"),
    ),
    Command(
        "export",
        "shelflist.cli.export:export",
        """Write the entries for other programs.

FORMAT is biblatex (for biber and JabRef), ris (for Zotero and EndNote), csl-json (for pandoc and other citation
processors), or jsonl (a line for each entry, with every column, its contributors, links and page). Entries that are
missing are left out. What was read in doubt is marked by a keyword and a note; --min-confidence leaves it out. Exit
codes: 0 written, 1 nothing to write from, 2 wrong usage.""",
        (
            "export demo --format ris --out demo.ris",
            "export demo --format biblatex --as-of 2026-11-01 > demo.bib",
            "export demo --format csl-json --min-confidence 0.9 --out demo.json",
            "export demo --format jsonl | jq .title",
        ),
    ),
    Command(
        "verify",
        "shelflist.cli.verify:verify",
        """Check all hashes, and that a replay gives the same tables.

Files that another version of Shelflist made may differ; replay brings them up to date. Exit codes:
0 all is well, 1 something does not fit.""",
        ("verify demo", "verify demo --json"),
    ),
    Command(
        "prune",
        "shelflist.cli.prune:prune",
        """Remove old snapshots to free space.

The newest --keep snapshots stay, and the one that a replay begins with. Without --yes it only says what would go.
The history of the entries stays, so that those of any day can still be asked for; so do deltas, runs and captures.""",
        ("prune demo --keep 30", "prune demo --keep 30 --yes"),
    ),
    Command(
        "redact",
        "shelflist.cli.redact:redact",
        """Take down a page or an entry, for good.

Its words go from the captures, the tables of all versions, the history, the log and the reports; a tombstone stays, and
later harvests leave it out. The address of a page stays, so that it is never asked for again. Without --yes it only
says what would be done. Replays and verify hold afterwards; the next command finishes an interrupted takedown.""",
        ('redact demo ENTRY_ID --reason "at the owner\'s request"', 'redact demo PAGE_ID --reason "a claim" --yes'),
    ),
    Command(
        "accept",
        "shelflist.cli.harvest:accept",
        """Release what a gate held, and publish.

The decision is recorded in the ledger with your name, and replays with it. Exit codes as for harvest.""",
        ('accept demo 20261102T020000Z --reason "the list was really shortened"',),
    ),
    Command(
        "decide",
        "shelflist.cli.harvest:decide",
        """Say whether two entries are one.

CANDIDATE is a row of the table identity_candidates; it may be shortened to its first characters as long as one has
them. The word is same or different. It is recorded in the ledger with your name, and replays with it. Exit codes as
for harvest.""",
        (
            'decide demo CANDIDATE same --reason "the owner corrected the title"',
            'decide demo CANDIDATE different --reason "another edition"',
        ),
    ),
    Command(
        "distrust",
        "shelflist.cli.harvest:distrust",
        """Say that a capture of a page is not to be believed.

What was told because of it is told again from the captures before and after it; what was wrong is retracted, and
entries that it alone showed are buried. It is never compared with again. The word is recorded in the ledger with your
name, and replays with it. Exit codes as for harvest.""",
        ('distrust demo CAPTURE_ID --reason "the site was hijacked that night"',),
    ),
    Command(
        "import-warc",
        "shelflist.cli.import_warc:import_warc",
        """Take older captures out of WARC files, and derive the history with them.

FILES are WARC 1.0 or 1.1, gzip or plain, in any order: of Shelflist, wget, a web archive. Pages of the source (HTML,
status 200) are taken, the rest is counted and said. Published ids stay. Nothing is fetched, and the same captures
once more change nothing. Exit codes as for harvest.""",
        ("import-warc demo old.warc.gz", "import-warc my-site.toml 2015/*.warc.gz 2019.warc --json"),
    ),
    Command(
        "check-links",
        "shelflist.cli.check_links:check_links",
        """Ask whether the linked documents are still there.

One polite HEAD for each, or GET for its first byte: status, length, type, date, where it moved, and since when it is
missing. No document is fetched, and no entry changes. A document checked within [links] recheck_days is passed over;
--again asks all the same. Exit codes: 0 done, 1 nothing could be learnt, 2 wrong usage or a faulty source file,
3 documents are missing that were there before, 130 stopped with Ctrl-C (what was learnt is kept).""",
        ("check-links demo", "check-links demo --limit 100", "check-links my-site.toml --again --json"),
    ),
    Command(
        "demo-site",
        "shelflist.cli.demo:demo_site",
        """Serve the embedded demo archive on loopback until Ctrl-C.

--site serves pages of another manner instead, each with a bundled source of its name: demo-lists (nested lists),
demo-tables (tables and definition lists), demo-blog (Blogger, author first).""",
        ("demo-site", "demo-site --edition 2 --port 8018", "demo-site --site demo-lists"),
    ),
)
