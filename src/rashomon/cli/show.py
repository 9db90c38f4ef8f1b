"""`rashomon show`: what a case holds: its pages, names and claims, or one page in full."""

from typing import Annotated

import typer

from rashomon.cli.options import AsJson, CasePath, Output, Question, What, named
from rashomon.settings import Settings


def show(
    what: Annotated[
        What, typer.Argument(metavar="[claims|entities|pages|page|copies]", help="What to list.")
    ] = "claims",
    page: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="With page and copies: its id, or how it begins.")
    ] = None,
    case: CasePath = "case.rashomon",
    html: Annotated[
        str | None,
        typer.Option("--html", metavar="OUT", callback=named, help="With page: write its report as well."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Show what a case holds, or one of its pages in full."""
    question = Question(what, page, case, Output(json=as_json, html=html))
    question.check()
    from rashomon.case import open_case
    from rashomon.cli.answers import answer

    with open_case(case, create=False, settings=Settings.from_environment()) as opened:
        answer(opened, question)
