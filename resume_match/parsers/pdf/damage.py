"""What damaged files can still make the steps of reading raise, in one place."""

from __future__ import annotations

import struct

from pdfminer.pdfexceptions import PDFException
from pdfminer.psexceptions import PSException

RAISED_BY_PDFMINER = (PDFException, PSException, Warning)
"""The roots of what pdfminer's tables, decoders and ciphers raise on purpose; some of its exceptions are warnings by class."""

RAISED_BY_DAMAGE = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
    *RAISED_BY_PDFMINER,
)
"""What values of the wrong kind make Python and pdfminer raise; the part at hand is then reported as not read."""
