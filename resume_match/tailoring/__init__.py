"""A job posting in, a role profile for it out: what it asks for weighed up, what is boilerplate left out."""

from __future__ import annotations

from resume_match.errors import DataError
from resume_match.model import Document, RoleProfile
from resume_match.parsers import Source, read_document
from resume_match.profile_fields import slug
from resume_match.tailoring.asking import asks_of
from resume_match.tailoring.mapping import line_reader
from resume_match.tailoring.outline import reads_as_a_resume, statements_of, title_of
from resume_match.tailoring.weighing import MappedAsk, requirements_of

__all__ = ["read_posting", "tailor"]

_SHA = 12


def read_posting(source: Source) -> Document:
    """The posting in a text, Markdown, HTML, DOCX or PDF file (a path, its bytes or a binary file).

    Raises a DocumentError where the file gives no text, and DataError where no line of it asks for anything, as a posting's lines do.
    """
    posting = read_document(source, html=True)
    if reads_as_a_resume(posting) or not any(asks_of(statements_of(posting))):
        raise _no_posting(posting)
    return posting


def tailor(profile: RoleProfile, posting: Document) -> RoleProfile:
    """The profile for a posting; an ordinary profile, to be matched with, saved, edited and loaded again.

    Each line that asks for a duty, a skill or a qualification raises the weight of the base requirements that it asks for, the more the
    stronger it is worded, or is added as a requirement in the posting's own words. `origins` holds the lines' spans. Base requirements that
    the posting never mentions keep half their weight. Essential is what the posting words so, and years and degrees that it does not call
    optional. Company text, benefits, legal notes and how to apply are left out. Raises DataError where no line asks for anything.
    """
    reader = line_reader(profile)
    asks = tuple(asks_of(statements_of(posting), known=frozenset(reader.texts)))
    if not asks:
        raise _no_posting(posting)
    mapped = [MappedAsk(ask, reader.requirements_asked(ask), reader.own_name(ask)) for ask in asks]
    title = title_of(posting) or profile.title
    return RoleProfile(
        id=f"{profile.id}-for-{slug(title)}",
        title=title,
        version=f"{profile.version}+{posting.sha256[:_SHA]}",
        source=f"{profile.source}; tailored to {posting.source}",
        requirements=requirements_of(profile, mapped),
    )


def _no_posting(posting: Document) -> DataError:
    return DataError(
        posting.source,
        ("no job posting: no line asks for a duty, a skill or a qualification; offer the whole text of a posting, its lists included",),
    )
