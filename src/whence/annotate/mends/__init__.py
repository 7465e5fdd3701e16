"""Trees put right: readers draw some things amiss again and again, and what stands there tells better.

Each mend knows one such mistake by its marks, says in its docstring where it occurs, and leaves other trees alone.
`HUNG` mends look at one token of the tree as the reader drew it, and the first that speaks says on what the token
hangs. `BUILT` mends follow, each on the whole tree that the one before left. A new mend is one function and one line.
"""

from collections.abc import Callable, Sequence

from whence.annotate.mends.clauses import (
    act_of_founding,
    join_having,
    join_past,
    open_with_that,
    raise_finite,
    raise_told,
    read_left,
    read_tolls,
    read_verbs,
    turn_predicates,
    turn_round,
)
from whence.annotate.mends.draft import Draft, heads_above
from whence.annotate.mends.nouns import (
    beside_subject,
    both_posts,
    explained,
    explains,
    in_the_aside,
    kin_of_two,
    of_one_of_several,
    of_the_aim,
    of_the_noun_before,
    of_the_post,
    other_parent,
    row_before_verb,
)
from whence.annotate.mends.objects import (
    done_by,
    done_by_others,
    done_to_death,
    for_one_to_act,
    founded,
    given,
    given_over,
    got_from,
    next_in_tally,
    of_the_last_named,
    refused_as,
    suffers,
    sum_held,
    supplied_with,
    taken_prisoner,
    whom_given,
    without_its_verb,
)
from whence.annotate.mends.phrases import bear_names, join_explained, join_nouns, name_price, own_kin, read_nouns
from whence.annotate.mends.relatives import (
    as_amended,
    behind_but,
    done_to_counted,
    done_to_the_nearest,
    in_one_aside,
    in_which,
    is_in_town,
    last_of_a_row,
    named_before_who,
    of_one_of_which,
    right_before_who,
    that_behind_its_subject,
    whose_subject,
)
from whence.annotate.mends.tellings import (
    according_to_whom,
    asked_by,
    asked_too,
    asks_for_it,
    asks_from_behind,
    behind_quote,
    figure_told,
    held_to_be,
    held_to_have,
    of_whom_accused,
    tells_again,
    tells_between,
    told_before_and,
    told_first,
    with_another_telling,
)
from whence.annotate.mends.words import (
    and_a_half,
    being_behind,
    between_two,
    counts_the_next,
    doubts_the_next,
    introduces,
    not_the_other,
    opens_the_name,
    pulled_out,
    some_number,
    stranded,
    stranded_by_question,
)
from whence.reader import Token, Tree


def mended(tree: Tree, text: str) -> Draft:
    """The tree with every mend applied; `text` is the whole document's."""
    draft = Draft(tree, text)
    draft.tokens = [_hung(draft, i) for i in range(len(draft.tokens))]
    while (i := _in_ring(draft.tokens, tree.tokens)) is not None:
        draft.tokens[i] = tree.tokens[i]
    draft.count()
    for build in BUILT:
        before = list(draft.tokens)
        build(draft)
        if _in_ring(draft.tokens, before) is not None:
            draft.tokens = before
            draft.count()
    return draft


def _in_ring(tokens: Sequence[Token], before: Sequence[Token]) -> int | None:
    """The first token with a new head that stands below itself: mends that fit alone need not fit together."""
    moved = (i for i, (new, old) in enumerate(zip(tokens, before, strict=True)) if new.head != old.head)
    return next((i for i in moved if i in heads_above(tokens, i)), None)


def _hung(draft: Draft, i: int) -> Token:
    return next((token for mend in HUNG if (token := mend(draft, i)) is not None), draft.tokens[i])


Hang = Callable[[Draft, int], Token | None]


Build = Callable[[Draft], None]


HUNG: Sequence[Hang] = (
    tells_again,
    with_another_telling,
    behind_quote,
    asked_by,
    next_in_tally,
    founded,
    given_over,
    got_from,
    done_to_death,
    asks_from_behind,
    row_before_verb,
    named_before_who,
    of_whom_accused,
    whose_subject,
    told_before_and,
    suffers,
    in_which,
    told_first,
    explained,
    explains,
    of_the_post,
    tells_between,
    figure_told,
    held_to_have,
    refused_as,
    whom_given,
    asks_for_it,
    pulled_out,
    sum_held,
    supplied_with,
    done_to_counted,
    of_one_of_which,
    of_the_aim,
    in_the_aside,
    beside_subject,
    introduces,
    opens_the_name,
    for_one_to_act,
    kin_of_two,
    other_parent,
    done_to_the_nearest,
    is_in_town,
    doubts_the_next,
    without_its_verb,
    of_the_last_named,
    asked_too,
    right_before_who,
    last_of_a_row,
    held_to_be,
    behind_but,
    as_amended,
    of_the_noun_before,
    counts_the_next,
    in_one_aside,
    according_to_whom,
    between_two,
    of_one_of_several,
    both_posts,
    taken_prisoner,
    given,
    stranded,
    stranded_by_question,
    being_behind,
    and_a_half,
    not_the_other,
    done_by,
    some_number,
    done_by_others,
    that_behind_its_subject,
)
"""Asked in this order of every token of the tree as it was drawn; the first that gives a token has it."""


BUILT: Sequence[Build] = (
    turn_predicates,
    open_with_that,
    join_past,
    read_left,
    read_tolls,
    read_nouns,
    turn_round,
    name_price,
    bear_names,
    own_kin,
    join_nouns,
    join_having,
    raise_finite,
    raise_told,
    read_verbs,
    act_of_founding,
    join_explained,
)
"""Applied in this order, each to the tree that the one before left."""
