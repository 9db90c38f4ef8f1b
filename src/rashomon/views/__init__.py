"""Questions to a reading and their answers: pure functions from records to records that doors and exports can show.

No HTML, no SQL, no terminal. A view never drops a hedge, a denial or the source of what is said.
"""
