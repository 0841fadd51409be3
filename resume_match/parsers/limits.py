"""How much of a file the readers take: one frozen value, on by default, adjustable in both directions.

The bounded readers of zip members, XML and streams live in this module too, so that no reader counts for itself.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that a file may hold or cost; exceeding one raises LimitExceededError. Sizes in bytes, times in seconds."""

    file_bytes: int = 20_000_000
    inflated_xml_bytes: int = 30_000_000
    zip_members: int = 10_000
    inflation_ratio: int = 200
    inflation_ratio_from_bytes: int = 10_000_000
    xml_depth: int = 256
    pdf_stream_bytes: int = 50_000_000
    pdf_stream_filters: int = 25
    pages: int = 300
    page_characters: int = 100_000
    characters: int = 1_000_000
    pdf_object_depth: int = 500
    pdf_form_draws_per_page: int = 2_000
    font_map_entries: int = 65_536
    seconds: float = 10.0
    memory_bytes: int = 300_000_000


DEFAULT_LIMITS = Limits()
