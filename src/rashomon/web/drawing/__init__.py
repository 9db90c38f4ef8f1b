"""Timeline and network as drawings: places, lines and words, from which templates make SVG. No HTML here."""
