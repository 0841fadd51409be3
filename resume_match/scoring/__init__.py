"""Mentions -> evidence -> coverage: which requirements a resume shows, how well, and why."""
