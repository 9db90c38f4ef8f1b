"""Who may come in: names with a role and a hashed password, sessions, and patience with wrong passwords.

In: names, passwords, tokens. Out: a `Person`, or None. How a request carries them does not belong here.
"""

import hashlib
import hmac
import json
import os
import re
import secrets
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import BoundedSemaphore, Lock
from typing import Literal, Self, get_args

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from rashomon.errors import UsageError

Role = Literal["reader", "editor"]

_NAME = re.compile(r"[\w.-]{1,64}")
_HOURS = 12
_TRIES, _WINDOW = 5, 900.0
_LEAST = 10


@dataclass(frozen=True, slots=True)
class Person:
    """Who asks: a `reader` looks, an `editor` also adds and decides."""

    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class Credential:
    """What is kept of one person or program: never the password."""

    person: Person
    hash: str


class AccessFile:
    """The file of those who may come in; readable by its owner alone."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = Path(path)

    def read(self) -> dict[str, Credential]:
        """Who is in the file; `UsageError` where it cannot be used."""
        try:
            rows = json.loads(self.path.read_text(encoding="utf-8"))["people"]
            found = [Credential(Person(row["name"], row["role"]), row["hash"]) for row in rows]
        except OSError as error:
            raise UsageError(
                f"{self.path} cannot be opened ({error.strerror}); make it with: rashomon access"
            ) from error
        except (ValueError, KeyError, TypeError) as error:
            raise UsageError(f"{self.path} is no access file; make a new one with: rashomon access") from error
        if any(each.person.role not in get_args(Role) for each in found):
            raise UsageError(f"{self.path} names a role that there is not; roles are reader and editor")
        return {each.person.name: each for each in found}

    def write(self, person: Person, secret: str) -> None:
        """Add a person, or give one another password or role; `UsageError` where the file cannot be written."""
        if not _NAME.fullmatch(person.name):
            raise UsageError("a name is made of up to 64 letters, digits, dots, dashes and underscores")
        if len(secret) < _LEAST:
            raise UsageError(f"a password has at least {_LEAST} characters")
        known = self.read() if self.path.exists() else {}
        known[person.name] = Credential(person, PasswordHasher().hash(secret))
        rows = [{"name": c.person.name, "role": c.person.role, "hash": c.hash} for c in known.values()]
        fresh = self.path.with_name(f"{self.path.name}.new")
        try:
            fresh.touch(mode=0o600)
            fresh.write_text(json.dumps({"people": rows}, indent=1) + "\n", encoding="utf-8")
            fresh.replace(self.path)
        except OSError as error:
            raise UsageError(
                f"{self.path} cannot be written ({error.strerror}); give a file in a folder of yours"
            ) from error


class Throttle:
    """Counts failures by key; after some the key has to wait."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._failures: dict[str, list[float]] = {}
        self._lock = Lock()

    def wait(self, *keys: str) -> int:
        """Seconds until one of these may try again; 0: now."""
        now = self._clock()
        with self._lock:
            return max((self._left(key, now) for key in keys), default=0)

    def fail(self, *keys: str) -> None:
        """Count a failure of each."""
        now = self._clock()
        with self._lock:
            for key in [key for key, times in self._failures.items() if times[-1] < now - _WINDOW]:
                del self._failures[key]
            for key in keys:
                self._failures.setdefault(key, []).append(now)

    def forget(self, *keys: str) -> None:
        """Start afresh for these."""
        with self._lock:
            for key in keys:
                self._failures.pop(key, None)

    def _left(self, key: str, now: float) -> int:
        recent = [at for at in self._failures.get(key, ()) if at > now - _WINDOW]
        if len(recent) < _TRIES:
            return 0
        pause = min(2.0 ** (len(recent) - _TRIES + 1), _WINDOW)
        return max(0, round(recent[-1] + pause - now + 0.5))


class People:
    """Who may come in. With no credentials at all whoever sits at this machine may, as `local`."""

    def __init__(self, credentials: Mapping[str, Credential] | None = None, *, local: str = "local") -> None:
        self._credentials = dict(credentials or {})
        self._local = Person(local, "editor")
        self._hasher = PasswordHasher()
        self._dummy = self._hasher.hash(secrets.token_hex())
        self._hashing = BoundedSemaphore(2)
        self._secret = secrets.token_bytes(32)
        self._sessions: dict[str, tuple[Person, float]] = {}
        self._tokens: dict[bytes, Person] = {}
        self._lock = Lock()
        self.throttle = Throttle()

    @classmethod
    def from_file(cls, path: str | os.PathLike[str], *, local: str = "local") -> Self:
        """Those in an access file; at least one."""
        found = AccessFile(path).read()
        if not found:
            raise UsageError(f"nobody is in {path}; add somebody with: rashomon access")
        return cls(found, local=local)

    @property
    def is_open(self) -> bool:
        """Whether nobody has to say who they are."""
        return not self._credentials

    @property
    def local(self) -> Person:
        """Who sits at this machine, where nobody has to say who they are."""
        return self._local

    def check(self, name: str, secret: str) -> Person | None:
        """The person, if the password is theirs; takes as long for a name that is not known."""
        known = self._credentials.get(name)
        with self._hashing:
            try:
                self._hasher.verify(known.hash if known else self._dummy, secret)
            except (VerificationError, InvalidHashError):
                return None
        return known.person if known else None

    def check_token(self, token: str) -> Person | None:
        """The person of a token `name:secret`, as a program sends it."""
        key = hmac.digest(self._secret, token.encode("utf-8", "replace"), hashlib.sha256)
        if key in self._tokens:
            return self._tokens[key]
        name, _, secret = token.partition(":")
        found = self.check(name, secret) if secret else None
        if found:
            self._tokens[key] = found
        return found

    def open_session(self, person: Person) -> str:
        """A new session; its id is the secret in the cookie."""
        now = time.time()
        made = secrets.token_urlsafe(32)
        with self._lock:
            self._sessions = {key: kept for key, kept in self._sessions.items() if kept[1] > now}
            self._sessions[made] = (person, now + _HOURS * 3600)
        return made

    def session(self, id: str | None) -> Person | None:
        """Whose session it is, None where it has ended."""
        with self._lock:
            person, until = self._sessions.get(id or "", (None, 0.0))
        return person if until > time.time() else None

    def close_session(self, id: str | None) -> None:
        """End a session."""
        with self._lock:
            self._sessions.pop(id or "", None)

    def form_token(self, session: str | None) -> str:
        """What a form of this session must bring back, so that no other site can send it."""
        return hmac.new(self._secret, (session or "local").encode(), hashlib.sha256).hexdigest()

    def is_form_token(self, session: str | None, token: str) -> bool:
        """Whether the form came from a page of ours, in this session."""
        return hmac.compare_digest(self.form_token(session).encode(), token.encode("utf-8", "replace"))
