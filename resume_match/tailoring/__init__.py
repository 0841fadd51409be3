"""A posting in, a role profile for it out."""
