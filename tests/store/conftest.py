from tests.databases import database, place  # noqa: F401
