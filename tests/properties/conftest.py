from databases import database, place  # noqa: F401
