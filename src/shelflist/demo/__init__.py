"""The demo archive: a small site in the WordPress manner, with two editions, served over real HTTP on loopback.

`editions/` holds what its author wrote, `templates/` how it looks. Everything else turns the two into answers.
Beside it, `sites/` holds pages of sites in other manners, saved as they are served (`saved`).
Nothing here knows how Shelflist reads a page: the harvest of the demo is a harvest like any other.
"""

from shelflist.demo.content import Edition, Post
from shelflist.demo.reading import EDITIONS, load_edition
from shelflist.demo.saved import SavedSite, saved_names
from shelflist.demo.serve import DEFAULT_PORT, serve
from shelflist.demo.site import DemoSite

__all__ = [
    "DEFAULT_PORT",
    "EDITIONS",
    "DemoSite",
    "Edition",
    "Post",
    "SavedSite",
    "load_edition",
    "saved_names",
    "serve",
]
