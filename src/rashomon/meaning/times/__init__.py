"""Time expressions: `station` finds them in a Doc and leaves them as records; the other modules are its grammar.

words ─► expressions ─► senses, values, intervals ─► walk (context, syntax, anchors) ─► records
"""
