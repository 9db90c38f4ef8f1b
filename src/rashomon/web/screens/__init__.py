"""The views, a module each: what is asked of the case, and the template that shows the answer."""

from rashomon.web.screens import adding, entrance, front, reading

ROUTERS = tuple(module.router for module in (front, reading, adding, entrance))
