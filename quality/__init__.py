"""Scores on public corpora, the floor that only moves up, and speed benchmarks. Not shipped."""
