"""Pages: raw bytes in, one text with blocks and a masthead out. HTML is known in this room only."""
