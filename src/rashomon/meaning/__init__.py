"""Doc to Reading: times, claims and, later, events and ties, by rules over the parse."""
