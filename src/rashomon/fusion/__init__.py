"""Readings → graph: what on many pages is the same person, the same event, the same text; and what accounts differ in.

In: readings and forms. Out: forms, links, groups, account tables. Pure functions: no SQL, no HTML, no clock. A person's
judgement outranks what is found here.
"""
