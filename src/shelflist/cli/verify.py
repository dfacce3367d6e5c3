"""`shelflist verify`: do the hashes fit, and do the captures still give the tables?"""

import shlex

from shelflist import pipeline
from shelflist.cli.options import DataOption, JsonOption, SourceArgument
from shelflist.cli.progress import progress
from shelflist.cli.screen import Screen
from shelflist.pipeline.in_words import counted
from shelflist.pipeline.rules import rules_for
from shelflist.pipeline.verifying import is_made_otherwise
from shelflist.settings import data_directory

_OTHERWISE = (
    "Captures and tables are as their hashes say. What a replay gives otherwise was made by another version of "
    "Shelflist, or changed by hand; this brings it up to date: "
)


def verify(source: SourceArgument, /, *, data: DataOption = None, json: JsonOption = False) -> int:
    """Exit code 0 all is well, 1 with a line for each problem."""
    folder = data_directory(data)
    loaded = rules_for(source, folder)
    name = loaded.source.name
    with progress() as reporting:
        problems = pipeline.stages.verify(loaded, folder, progress=reporting)
    screen = Screen()
    if json:
        screen.json({"source": name, "problems": problems})
    elif problems:
        for problem in problems:
            screen.line(problem)
        screen.line(f"{name}: ", (counted(len(problems), "problem"), "bold red"))
        if any(is_made_otherwise(problem) for problem in problems):
            screen.line(_OTHERWISE, f"shelflist replay {shlex.quote(source)}")
    else:
        screen.line(f"{name}: ", ("all hashes fit", "green"), ", and a replay gives the same tables")
    return 1 if problems else 0
