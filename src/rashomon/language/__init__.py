"""Page to Doc: sentences, quotations and names, by spaCy and by rules over it."""
