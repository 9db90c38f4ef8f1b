"""The views, a module each: what is asked of the case, and the template that shows the answer."""

from rashomon.web.screens import adding, deciding, entrance, events, finding, front, names, network, reading

_MODULES = (front, reading, names, events, network, finding, deciding, adding, entrance)
ROUTERS = tuple(module.router for module in _MODULES)
