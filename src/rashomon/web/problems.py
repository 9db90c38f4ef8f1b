"""What goes wrong with a request, told as RFC 9457 says (problem+json), or as a page where a person asked.

In: a status and words. Out: an exception to raise, a response.
"""

from http import HTTPStatus

from starlette.responses import JSONResponse

MEDIA = "application/problem+json"


class Problem(Exception):  # noqa: N818  the word of RFC 9457
    """A request that cannot be answered; the detail says what to do next."""

    def __init__(self, status: int, detail: str, *, headers: dict[str, str] | None = None) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.headers = headers or {}

    @property
    def title(self) -> str:
        """The status in words."""
        return next((known.phrase for known in HTTPStatus if known == self.status), "Problem")


def as_json(problem: Problem) -> JSONResponse:
    """The problem as problem+json."""
    body = {"type": "about:blank", "title": problem.title, "status": problem.status, "detail": problem.detail}
    return JSONResponse(body, problem.status, headers=problem.headers, media_type=MEDIA)
