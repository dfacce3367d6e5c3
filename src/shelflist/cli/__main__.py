"""`python -m shelflist.cli`: the command, where its script is not on the path."""

from shelflist.cli import main

main()
