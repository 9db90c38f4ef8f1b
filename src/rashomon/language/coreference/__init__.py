"""A Doc with names to chains: which names, nominals and pronouns of a page mean one and the same.

`columns` is the parse as lists; `candidates` are the phrases that may be mentions, `traits` what kind, number and
gender they show; `features` and `scorer` say how well two of them go together; `linking` makes the chains; `station`
writes the layers.
"""
