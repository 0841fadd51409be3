"""The running account of what reading one PDF file has cost, held against the limits."""

from __future__ import annotations

from resume_match.parsers.limits import Budget, Limits

STREAMS_PER_FILE = 8
"""All streams of a file together may unpack to this many times the most of one."""


class Guard(Budget):
    """Counts against the limits of one reading; every method raises LimitExceededError once its limit is passed."""

    __slots__ = ("_decoded",)

    def __init__(self, source: str, limits: Limits) -> None:
        super().__init__(source, limits)
        self._decoded = 0

    def check_stream(self, size: int) -> None:
        """Return when a stream of so many decoded bytes is allowed."""
        if size > self.limits.pdf_stream_bytes:
            raise self.exceeded(f"a stream unpacks to more than {self.limits.pdf_stream_bytes:,} bytes", "pdf_stream_bytes")

    def count_decoded(self, size: int) -> None:
        """Count bytes unpacked from the streams of the whole file."""
        self._decoded += size
        most = STREAMS_PER_FILE * self.limits.pdf_stream_bytes
        if self._decoded > most:
            raise self.exceeded(f"its streams unpack to more than {most:,} bytes", "pdf_stream_bytes")
        self.check_time()

    def check_depth(self, depth: int) -> None:
        """Return when objects, or the page tree, may be nested so deep."""
        if depth > self.limits.pdf_object_depth:
            raise self.exceeded(f"its objects are nested deeper than {self.limits.pdf_object_depth} levels", "pdf_object_depth")

    def check_map(self, entries: int) -> None:
        """Return when a font may state so many characters or widths."""
        if entries > self.limits.font_map_entries:
            raise self.exceeded(f"a font states more than {self.limits.font_map_entries:,} characters", "font_map_entries")

    def check_pages(self, pages: int) -> None:
        """Return when a file may have so many pages."""
        if pages > self.limits.pages:
            raise self.exceeded(f"it has more than {self.limits.pages} pages", "pages")
