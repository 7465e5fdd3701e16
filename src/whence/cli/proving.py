"""Commands about proof: how far claims are borne out by their sentences, and what was no claim for want of it."""

from __future__ import annotations

import json
from pathlib import Path

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
        steps = ", ".join(f"{step or 'none'} {number}" for step, number in sorted(told.steps.items()))
        writer.log("prove", steps)
    if as_json:
        print_json(told)
    else:
        click.echo(f"{told.claims} claims: {steps}. {told.changed} changed. Case: {case}")


def _judge(offer: Path, case: Path, as_json: bool) -> None:
    from whence.proving import verify

    with open_view(case) as view, offer.open(encoding="utf-8") as lines:
        offers = list(verify(view, (json.loads(line) for line in lines if line.strip())))
    if as_json:
        print_json(offers)
        return
    for made in offers:
        reasons = "; ".join(fault.reason for fault in made.proof.reasons)
        verdict = "accepted" if made.accepted else "refused"
        click.echo(f"{verdict} {made.proof.step or 'none'} {made.id} {made.proof.path or '-'} {reasons}".rstrip())
    click.echo(f"{sum(made.accepted for made in offers)} of {len(offers)} accepted")


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
