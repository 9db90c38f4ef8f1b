"""The REST API under /api/v1: the same questions that the views ask, answered in JSON.

shapes   records as JSON, and its schema
answers  ETags, cursors
pages, case, work   the routes
"""

from rashomon.web.api import case, pages, work

ROUTERS = (pages.router, case.router, work.router)
