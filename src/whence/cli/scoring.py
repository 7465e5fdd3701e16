"""The command that scores: a corpus is read, and what was read is laid beside its labels."""

from __future__ import annotations

from pathlib import Path

import click

from whence.cli.shared import json_option, print_json


@click.command(name="eval")
@click.argument("corpus", type=click.Path(path_type=Path))
@click.option(
    "--case", type=click.Path(dir_okay=False, path_type=Path), help="Score this case; do not read docs/ anew."
)
@click.option("--level", type=click.IntRange(1, 3), default=1, show_default=True, help="Misses are told at this level.")
@click.option("--misses/--no-misses", default=True, help="Print each label that was missed.")
@json_option
def evaluate(corpus: Path, case: Path | None, level: int, misses: bool, as_json: bool) -> None:
    """Score a corpus with labels (docs/ and gold/): claims by family, entities, conflicts, document data, questions.

    L1: found. L2: with its time. L3: with its speaker and certainty.
    """
    from whence.evaluate import load_gold
    from whence.evaluate.run import scored_view, scores, table

    gold = load_gold(corpus)
    with scored_view(corpus, case) as view:
        result, claims = scores(gold, view, level)
    if as_json:
        print_json(result)
        return
    for line in table(claims):
        click.echo(line)
    for name in ("entities", "conflicts", "meta", "questions"):
        click.echo(f"{name}: " + ", ".join(f"{k} {v}" for k, v in result[name].items() if not isinstance(v, list)))
    if misses:
        for line in result["missed"]:
            click.echo(line)


COMMANDS = (evaluate,)
