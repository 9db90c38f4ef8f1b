"""From a command to a running workbench: the case is opened, the address checked, the server run.

In: a `Place`. Out: nothing, until the server is stopped. An address that others can reach is refused where nobody has
to say who they are.
"""

import gc
import ipaddress
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import uvicorn

from rashomon.case import open_case
from rashomon.errors import UsageError
from rashomon.queue import Queue
from rashomon.settings import Settings
from rashomon.web.app import LOCAL, create_app
from rashomon.web.desk import Desk
from rashomon.web.guards import Limits
from rashomon.web.people import People
from rashomon.web.pool import Pool


@dataclass(frozen=True, slots=True)
class Place:
    """Where the workbench is served, for whom, and with what.

    `names`: host names besides the address itself that it is asked under; `access`: the file of those who may come in;
    `certificate`, `key`: for TLS; `workers`: how many processes read pages, `seconds`: how long one page may take.
    """

    case: str
    host: str = "127.0.0.1"
    port: int = 8470
    names: tuple[str, ...] = ()
    access: str | None = None
    certificate: str | None = None
    key: str | None = None
    person: str = "local"
    workers: int = 1
    seconds: float = 300.0
    limits: Limits = field(default_factory=Limits)

    @property
    def is_local(self) -> bool:
        """Whether only this machine can reach it."""
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return self.host == "localhost"

    @property
    def address(self) -> str:
        """What to open in a browser."""
        shown = f"[{self.host}]" if ":" in self.host else self.host
        return f"http{'s' if self.certificate else ''}://{self.names[0] if self.names else shown}:{self.port}/"

    def check(self) -> None:
        """Raise `UsageError` where it would not be safe, or would not work."""
        if not self.is_local and self.access is None:
            raise UsageError(
                f"others can reach {self.host}: say who may come in with --access FILE (made by: rashomon access),"
                " or leave out --host"
            )
        if bool(self.certificate) != bool(self.key):
            raise UsageError("--certificate and --key go together")
        if self.certificate:
            _check_certificate(self.certificate, self.key)
        if self.host in ("0.0.0.0", "::") and not self.names:  # noqa: S104  what is asked for is refused
            raise UsageError(
                f"{self.host} is every address at once: say with --name under which name it will be opened"
            )

    def hosts(self) -> frozenset[str]:
        """The hosts that a request may be meant for."""
        given = {name.lower() for name in self.names} | {f"[{self.host}]" if ":" in self.host else self.host.lower()}
        return frozenset(given | LOCAL if self.is_local else given)


def serve(place: Place, *, opened: Callable[[], None] = lambda: None) -> None:
    """Serve the workbench until it is stopped; `opened` is called once it can be reached.

    Raises `UsageError` where it would not be safe or the port is taken, `CaseError` where the case cannot be opened.
    """
    place.check()
    people = People.from_file(place.access, local=place.person) if place.access else People(local=place.person)
    settings = Settings.from_environment()
    with (
        _listen(place) as listening,
        open_case(place.case, settings=settings) as case,
        Queue.open(place.case) as queue,
    ):
        pool = Pool(place.case, queue, size=place.workers, seconds=place.seconds)
        name = Path(place.case).name.removesuffix(".rashomon")
        desk = Desk(
            case,
            queue,
            pool,
            people,
            replace(place.limits, page=settings.max_bytes),
            name,
            secure=bool(place.certificate),
        )
        app = create_app(desk, hosts=place.hosts())
        config = uvicorn.Config(
            app, log_level="warning", server_header=False, date_header=True, proxy_headers=False, access_log=False,
            limit_concurrency=400, timeout_keep_alive=15, timeout_graceful_shutdown=3,
            h11_max_incomplete_event_size=32_768,
            ssl_certfile=place.certificate, ssl_keyfile=place.key, ws="none", http="h11", lifespan="on",
        )  # fmt: skip
        gc.collect()
        gc.freeze()  # what was loaded stays until the end: looking through it again and again would cost every view
        _Server(config, opened).run(sockets=[listening])


class _Server(uvicorn.Server):
    """A server that says when it can be reached."""

    def __init__(self, config: uvicorn.Config, opened: Callable[[], None]) -> None:
        super().__init__(config)
        self._opened = opened

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to listen."""
        await super().startup(sockets)
        if self.started:
            self._opened()


def _check_certificate(certificate: str, key: str | None) -> None:
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(certificate, key)
    except OSError as error:  # a wrong certificate is one of these too
        raise UsageError(
            f"{certificate} and {key} are no certificate with its key ({error.strerror or error})"
        ) from error


def _listen(place: Place) -> socket.socket:
    family = socket.AF_INET6 if ":" in place.host else socket.AF_INET
    made = socket.socket(family)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((place.host, place.port))
    except OSError as error:
        made.close()
        raise UsageError(
            f"cannot listen on {place.host}:{place.port} ({error.strerror}); give another --port"
        ) from error
    return made
