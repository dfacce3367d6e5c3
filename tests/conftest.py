"""How the tests are shared out among processes (`pytest -n auto --dist loadgroup`), and how patient they are."""

import pytest
from hypothesis import settings

# A busy machine is slow now and then, and is no fault: endless work is stopped by the limits that tests name.
settings.register_profile("shelflist", deadline=None)
settings.load_profile("shelflist")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests of one file stay together: they share what they set up. A group that a test names itself goes first."""
    for item in items:
        if item.get_closest_marker("xdist_group") is None:
            item.add_marker(pytest.mark.xdist_group(item.nodeid.partition("::")[0]))
