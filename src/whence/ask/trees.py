"""Trees of questions put right: parsers learn from texts, and texts ask little."""

from dataclasses import replace

from whence.ask.asked import words
from whence.reader import Token, Tree

ASKERS = frozenset({"who", "whom", "what", "which", "when", "where", "whose", "how"})


def mended(tree: Tree, text: str) -> Tree:
    """The tree of a question with what parsers are known to get wrong about questions put right."""
    for mend in (_acting, _verbal, _turned, _copular, _transitive, _passive, _given, _appointed):
        tree = mend(tree, text)
    return tree


def _root(tree: Tree) -> int:
    return next(i for i, t in enumerate(tree.tokens) if t.head < 0)


def _verbal(tree: Tree, text: str) -> Tree:
    """The tree of "who owns X" with the verb at its root, where the parser has hung verb and *who* on X."""
    root = _root(tree)
    if root < 2 or tree.tokens[0].lemma.lower() not in ASKERS or tree.tokens[1].upos != "VERB":
        return tree
    if tree.tokens[1].head != root or tree.tokens[root].upos not in ("NOUN", "PROPN"):
        return tree
    tokens = [replace(t, head=1) if t.head == root and t.upos == "PUNCT" else t for t in tree.tokens]
    tokens[0] = replace(tokens[0], head=1, deprel="nsubj")
    tokens[1] = replace(tokens[1], head=-1, deprel="root")
    tokens[root] = replace(tokens[root], head=1, deprel="obj")
    return replace(tree, tokens=tuple(tokens))


def _turned(tree: Tree, text: str) -> Tree:
    """The tree of "who was director of X" with the post at its root, where the parser has put *who* there."""
    root = _root(tree)
    asker = next((i for i, t in enumerate(tree.tokens) if t.head == root and t.lemma.lower() in ASKERS), root)
    if asker != root:
        moved = [replace(t, head=root) if t.head == asker and t.deprel == "cop" else t for t in tree.tokens]
        return replace(tree, tokens=tuple(moved))
    if tree.tokens[root].lemma.lower() not in ASKERS or tree.tokens[root].upos not in ("PRON", "DET", "ADV"):
        return tree
    placed = {t.head for t in tree.tokens if t.deprel == "case"}
    nouns = [
        i
        for i, t in enumerate(tree.tokens)
        if t.head == root and i > root and i not in placed and t.upos in ("NOUN", "PROPN")
    ]
    copula = any(t.deprel == "cop" and t.head == root for t in tree.tokens) or any(
        t.lemma == "be" for t in tree.tokens[root + 1 : root + 2]
    )
    if len(nouns) != 1 or not copula:
        return tree
    new = nouns[0]
    tokens = [replace(t, head=new) if t.head == root and i != new else t for i, t in enumerate(tree.tokens)]
    tokens[new] = replace(tokens[new], head=-1, deprel="root")
    own = any(t.head == new and t.deprel == "nsubj" for t in tokens) or tokens[root].upos == "ADV"
    tokens[root] = replace(tokens[root], head=new, deprel="advmod" if own else "nsubj")
    return replace(tree, tokens=tuple(tokens))


def _transitive(tree: Tree, text: str) -> Tree:
    """The tree of "which groups did X train" put right: behind *did* X a verb must come, and X is its subject.

    Parsers, taught by texts with few questions, take the verb for a noun and what is asked for the subject.
    """
    tokens = list(tree.tokens)
    root = _root(tree)
    does = next(
        (i for i, t in enumerate(tokens) if t.lemma.lower() == "do" and t.upos == "AUX" and t.head == root), root
    )
    inside = [
        i for i in range(does + 1, root) if tokens[i].head == root and tokens[i].upos in ("NOUN", "PROPN", "PRON")
    ]
    if not inside:
        return tree
    tokens[root] = replace(tokens[root], upos="VERB")
    tokens[inside[-1]] = replace(tokens[inside[-1]], deprel="nsubj")
    for i in range(does):
        if tokens[i].head == root and tokens[i].deprel == "nsubj":
            tokens[i] = replace(tokens[i], deprel="obj")
    return replace(tree, tokens=tuple(tokens))


def _passive(tree: Tree, text: str) -> Tree:
    """The tree of "under which law was X fined": what stands between the verb and its *was* is who was fined."""
    tokens = list(tree.tokens)
    root = _root(tree)
    asked = next((i for i in range(root - 1, -1, -1) if tokens[i].upos == "AUX" and tokens[i].lemma == "be"), root)
    inside = [i for i in range(asked + 1, root) if tokens[i].head == root and tokens[i].deprel == "obj"]
    if tokens[root].xpos != "VBN" or len(inside) != 1:
        return tree
    tokens[inside[0]] = replace(tokens[inside[0]], deprel="nsubj:pass")
    tokens[asked] = replace(tokens[asked], head=root, deprel="aux:pass")
    return replace(tree, tokens=tuple(tokens))


def _acting(tree: Tree, text: str) -> Tree:
    """The tree of "who was acting mayor of X", where *acting* says what kind of mayor and is no verb."""
    tokens = list(tree.tokens)
    for i, token in enumerate(tokens[:-1]):
        if token.upos != "VERB" or text[token.start : token.end].casefold() not in words("acting"):
            continue
        noun = _run(tokens, i + 1)
        if noun is None or token.head == noun:  # a tree that hangs it there is right
            continue
        for k, other in enumerate(tokens):
            if other.head == i and k != noun and not i < k < noun:
                tokens[k] = replace(other, head=noun, deprel="cop" if other.deprel == "aux" else other.deprel)
        tokens[noun] = replace(tokens[noun], head=token.head, deprel=token.deprel)
        tokens[i] = replace(token, upos="ADJ", head=noun, deprel="amod")
        return replace(tree, tokens=tuple(tokens))
    return tree


def _run(tokens: list[Token], first: int) -> int | None:
    """The last noun of the run of nouns and adjectives that begins at a token; None where none begins there."""
    last = None
    for k in range(first, len(tokens)):
        if tokens[k].upos not in ("NOUN", "PROPN", "ADJ"):
            break
        last = k if tokens[k].upos in ("NOUN", "PROPN") else last
    return last


def _copular(tree: Tree, text: str) -> Tree:
    """The tree of "was X director of Y" with the post at its root, where the parser has hung it on the name."""
    tokens = list(tree.tokens)
    root = _root(tree)
    post = next((i for i, t in enumerate(tokens) if i > root and t.head == root and t.deprel == "appos"), None)
    if tokens[0].lemma.lower() != "be" or tokens[root].upos != "PROPN" or post is None:
        return tree
    for i, token in enumerate(tokens):
        if token.head == root and i != post and token.deprel not in ("flat", "compound"):
            tokens[i] = replace(token, head=post)
    tokens[0] = replace(tokens[0], head=post, deprel="cop")
    tokens[post] = replace(tokens[post], head=-1, deprel="root")
    tokens[root] = replace(tokens[root], head=post, deprel="nsubj")
    return replace(tree, tokens=tuple(tokens))


def _given(tree: Tree, text: str) -> Tree:
    """The tree of "how much did X give Y": Y is whom X gave it, and how much is no thing."""
    tokens = list(tree.tokens)
    root = _root(tree)
    asked = next((i for i in range(root) if tokens[i].head == root and tokens[i].deprel == "obj"), None)
    whom = next((i for i, t in enumerate(tokens) if t.head == root and t.deprel == "iobj"), None)
    if asked is None or whom is None or tokens[0].lemma.lower() != "how":
        return tree
    tokens[asked] = replace(tokens[asked], deprel="obl:unmarked")
    tokens[whom] = replace(tokens[whom], deprel="obj")
    return replace(tree, tokens=tuple(tokens))


def _appointed(tree: Tree, text: str) -> Tree:
    """The tree of "who appointed Ana Duarte mayor", where the parser has made one name of her and the post."""
    tokens = list(tree.tokens)
    root = _root(tree)
    if tokens[root].lemma.lower() not in words("appointing"):
        return tree
    for i, token in enumerate(tokens):
        post = tokens[token.head] if token.head > i else token  # behind the name
        named = token.deprel in ("compound", "nmod:poss") and token.upos == "PROPN" and i > root
        if named and post.upos == "NOUN" and post.head == root and post.deprel in ("xcomp", "obj"):
            tokens[token.head] = replace(post, deprel="xcomp")
            tokens[i] = replace(token, head=root, deprel="obj")
            return replace(tree, tokens=tuple(tokens))
    return tree
