"""Shared by all tests: one loaded reader for those that need the model; the switch that rewrites golden readings."""

import pytest

from rashomon.pipeline import Reader


def pytest_addoption(parser):
    parser.addoption("--update-golden", action="store_true", help="write what is read now as the golden readings")


@pytest.fixture(scope="session")
def reader() -> Reader:
    """A reader with the model loaded, once for the whole run."""
    return Reader()
