"""Short forms of one text: the bare name of a body, a given name, a name and patronymic, an assumed name.

All of it holds inside one text only, where the writer has named the bearer in full; across texts the same short form
may be anybody's.
"""
