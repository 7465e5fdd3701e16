"""Commands about proof: how far claims are borne out by their sentences, and what was no claim for want of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from whence.cli.shared import case_option, json_option, open_view, print_json, show


@click.command()
@click.option(
    "--offer",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Judge these claims (JSON lines as `whence export claims` writes them); nothing is stored.",
)
@case_option
@json_option
def prove(offer: Path | None, case: Path, as_json: bool) -> None:
    """Try every claim on the whole ladder of proof and store the highest step, P4 with it (it reads each claim again).

    P0 the quote is there; P1 it licenses every name, number, date, negation and hedge; P2 each argument holds its role
    on a pattern's path; P3 tampering lowers the score; P4 said plainly and read again it is the same.
    """
    from whence.present.progress import progress_bar
    from whence.proving import prove_case
    from whence.store import CaseView, CaseWriter

    if offer is not None:
        _judge(offer, case, as_json)
        return
    CaseView(case).close()
    with CaseWriter(case) as writer, progress_bar():
        told = prove_case(writer)
        steps = ", ".join(f"{number} at {step or 'none'}" for step, number in sorted(told.steps.items()))
        writer.log("prove", steps)
    if as_json:
        print_json(told)
    else:
        more = f"{told.signed} more, decided by people, " + ("was" if told.signed == 1 else "were")
        signed = f" {more} not asked." if told.signed else ""
        moved = f"{told.changed} stand on another step than before"
        click.echo(f"{told.claims} claims as they were read: {steps}; {moved}.{signed} Case: {case}")
        click.echo("What each step proves: whence prove --help")


def _judge(offer: Path, case: Path, as_json: bool) -> None:
    from whence.errors import WhenceError
    from whence.proving import verify

    with open_view(case) as view:
        try:
            offers = list(verify(view, _rows(offer)))
        except WhenceError as error:
            raise WhenceError(f"{offer}, {error}") from error
    if as_json:
        print_json(offers)
        return
    for made in offers:
        reasons = "; ".join(fault.reason for fault in made.proof.reasons)
        verdict = "accepted" if made.accepted else "refused"
        click.echo(f"{verdict} {made.proof.step or 'none'} {made.id} {made.proof.path or '-'} {reasons}".rstrip())
    click.echo(f"{sum(made.accepted for made in offers)} of {len(offers)} accepted")


def _rows(offer: Path) -> list[dict[str, Any]]:
    """The claims of a file of JSON lines; raises `WhenceError` with the line that is none."""
    from whence.errors import WhenceError

    rows = []
    try:
        lines = offer.read_text("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise WhenceError("line 1: it is not UTF-8. Offer lines as `whence export claims` writes them.") from error
    for number, line in enumerate(lines, start=1):
        try:
            row = json.loads(line) if line.strip() else None
        except ValueError as error:
            raise WhenceError(f"line {number}: this is no JSON ({error}). Mend the line.") from error
        if row is not None and not isinstance(row, dict):
            raise WhenceError(f"line {number}: this is no claim. Offer lines as `whence export claims` writes them.")
        rows += [row] if row is not None else []
    if not rows:
        raise WhenceError("line 1: it holds no claim. Offer lines as `whence export claims` writes them.")
    return rows


@click.command()
@case_option
@json_option
def proposals(case: Path, as_json: bool) -> None:
    """What was read but its sentence does not license: no claims, each with the reason."""
    from whence.ask import list_proposals

    with open_view(case) as view:
        show(list_proposals(view), as_json)


COMMANDS = (prove, proposals)
"""Registered in `whence.cli`."""
