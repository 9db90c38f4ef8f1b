"""Builds the trained parts of Rashomon from public corpora. Not shipped: it needs torch, the package does not."""
