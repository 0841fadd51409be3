"""Who the resume is of and how to reach them: name, e-mail addresses, telephone numbers, links and place, as printed."""

from __future__ import annotations

import re

from resume_match.lexicon.headings import heading_sense
from resume_match.lexicon.naming import is_place, organization_score, title_score
from resume_match.lexicon.personal import stated_pronouns
from resume_match.model import Contact, Document
from resume_match.segmentation.rows import Row, rows_of
from resume_match.segmentation.telephones import TELEPHONE, telephones_in

# Lengths are bounded by what the standards allow, so that a long run of letters costs no more than its length.
_EMAIL = re.compile(r"(?<![\w.+%-])[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_LINK = re.compile(
    r"(?:https?://|www\.)[^\s|,;<>]+|(?<![\w.-])[a-z0-9][\w-]{0,62}(?:\.[\w-]{1,63}){0,5}\.(?:com|org|net|io|dev|me|co|ai|app|edu|info|design|tech|xyz|de|fr|uk|in|ca|eu)\b(?:/[^\s|,;<>]*)?",
    re.IGNORECASE,
)
_CUT = re.compile(r"\t|\s*[|•·∙●◆▪‖]\s*|\s{3,}|\s+[–—-]\s+|\s*;\s*")
_NAME_WORD = re.compile(r"(?:[A-Z\u00c0-\u024f][\w'’.\u00c0-\u024f-]*|de|la|le|van|von|der|den|bin|al|el|da|dos|di|du|y)")
_NAME_LABEL = re.compile(r"^(?:name|full name|resume of|resume|curriculum vitae|cv)\s*[:–-]?\s*", re.IGNORECASE)
_OPEN_LINK = re.compile(r"\b(?:linkedin\.com|github\.com)/[\w/-]*[/-]$", re.IGNORECASE)
# Labels and stand-ins of a contact block, which are no names.
_NO_NAMES = frozenset(
    [
        "address",
        "contact",
        "email",
        "e-mail",
        "phone",
        "mobile",
        "telephone",
        "tel",
        "website",
        "web",
        "linkedin",
        "github",
        "gitlab",
        "twitter",
        "location",
        "profile",
        "portfolio",
        "your",
        "city",
        "state",
        "name",
        "photo",
        "date",
        "birth",
        "nationality",
        "resume",
    ]
)
_SUFFIX = re.compile(
    r",?\s+(?:M\.?B\.?A|Ph\.?D|P\.?M\.?P|C\.?P\.?A|M\.?D|CSM|CSPO|CFA|PE|RN|BSN|MSN|MS|MA|JD|Esq|SHRM-\w+|SPHR|PHR)\b\.?", re.IGNORECASE
)


def contact_of(rows: tuple[Row, ...], preamble: tuple[Row, ...], document: Document) -> Contact:
    """The contact block: read from the rows before the first heading and under a contact heading (`preamble`), else from all `rows`.

    Running headers and footers are asked for what the body does not say.
    """
    running = rows_of(document, furniture=True)
    mailed = [link.target[7:].split("?")[0] for link in document.links if link.target.lower().startswith("mailto:")]
    emails = _emails(preamble) or _emails(rows) or _emails(running) or [address for address in mailed if _EMAIL.fullmatch(address)]
    linked = [link.target for link in document.links if re.match(r"(?i)https?://", link.target)]
    printed = _links(preamble) or _links(running)
    links = printed + [target for target in linked if not any(_same_link(target, one) for one in printed)]
    phones = _phones(preamble) or _phones(running) or _phones(rows[:12])
    name = _name(rows, preamble, emails) or _name(running, running, emails)
    return Contact(name, _unique(emails), _unique(phones), _unique(links), _place(preamble) or _place(running))


def _unique(texts: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))


def _emails(rows: tuple[Row, ...]) -> list[str]:
    """The addresses in the rows; one that wraps in a narrow column ("jo.quist@" above "mail.example") is put together."""
    texts = [row.text for row in rows]
    for place in range(len(texts) - 1):
        if (re.search(r"[\w.+-]+@[\w-]*[-.]?$", texts[place]) and re.match(r"[\w-]+(?:\.[\w-]+)+", texts[place + 1])) or (
            texts[place + 1].startswith("@") and re.search(r"[\w.+-]$", texts[place])
        ):
            texts[place], texts[place + 1] = texts[place] + texts[place + 1].split()[0], ""
    return [match.group().rstrip(".-") for text in texts for match in _EMAIL.finditer(text)]


def _phones(rows: tuple[Row, ...]) -> list[str]:
    return [row.text[span.start : span.end].strip() for row in rows for span in telephones_in(row.text)]


def _links(rows: tuple[Row, ...]) -> list[str]:
    """The links in the rows; one that wraps in a narrow column ("www.linkedin.com/in/" above "jo-quist (LinkedIn)") is put together."""
    texts = [_EMAIL.sub(" ", row.text) for row in rows]
    for place in range(len(texts) - 1):
        if _OPEN_LINK.search(texts[place]) and re.match(r"[\w-]+(?:/|\s*\(\w+\))?$", texts[place + 1]):
            texts[place], texts[place + 1] = texts[place] + re.split(r"[\s(]", texts[place + 1])[0], ""
    return [match.group().rstrip(".)") for text in texts for match in _LINK.finditer(text)]


def _same_link(one: str, two: str) -> bool:
    def bare(link: str) -> str:
        return re.sub(r"^(?:https?://)?(?:www\.)?|/+$", "", link.casefold())

    return bare(one) == bare(two)


def _without_addresses(text: str) -> str:
    """The text with tabs in place of e-mail addresses and telephone numbers."""
    for span in reversed(tuple(telephones_in(text))):
        text = f"{text[: span.start]}\t{text[span.end :]}"
    return _EMAIL.sub("\t", text)


def _place(rows: tuple[Row, ...]) -> str | None:
    for row in rows:
        for piece in _CUT.split(_without_addresses(row.text)):
            piece = re.sub(r"^[^\w(]*(?:location|address|based in|lives in)?\s*:?\s*", "", piece, flags=re.IGNORECASE).strip(" ,")
            if len(piece) > 3 and is_place(piece):
                return piece
            tail = re.search(r"([A-Z][\w.'’ -]+,\s*[A-Z]{2})(?:\s+\d{5}(?:-\d{4})?)?\s*$", piece)
            if tail and is_place(tail.group(1)):
                return tail.group(1)
    return None


def is_contact(text: str) -> bool:
    """True when hardly anything but addresses, numbers, links and places stands in the text."""
    rest = _LINK.sub(" ", _EMAIL.sub(" ", TELEPHONE.sub(" ", text)))
    if rest == text:
        return all(is_place(piece) for piece in _CUT.split(text) if piece.strip())
    pieces = [piece for piece in _CUT.split(rest) if re.search(r"\w", piece) and not is_place(piece.strip(" ,"))]
    return sum(len(piece.split()) for piece in pieces) <= 6


def plausible_name(text: str) -> bool:
    """True when the text could be a person's name: one to five capitalized words, no title, organization, place or heading."""
    words = _NAME_LABEL.sub("", text).replace(",", " ").split()
    text = " ".join(words)
    if not _shaped(words):
        return False
    if (
        heading_sense(text) is not None
        or is_place(text)
        or re.fullmatch(r"(?i)(?:resume|résumé|curriculum vitae|cv|confidential|page)", text.strip())
    ):
        return False
    if {word.casefold() for word in words} & _NO_NAMES:
        return False
    return title_score(text) < 1.0 and (organization_score(text) < 1.0 or (len(words) == 2 and organization_score(text) < 1.6))


def _name(rows: tuple[Row, ...], preamble: tuple[Row, ...], emails: list[str]) -> str | None:
    """The likeliest name: by wording, size, place at the top, and whether the address repeats it."""
    first_page = [row for row in rows if row.line.page in (None, 1)][:80]
    local = "".join(address.split("@")[0] for address in emails).casefold()
    inside = {row.order for row in preamble}
    smallest = min((row.style.size or 0.0 for row in first_page), default=0.0)
    offered = [
        (place, name)
        for place, row in enumerate(first_page)
        if row.words <= 20
        and (
            row.order in inside
            or (row.style.size or 0.0) > smallest + 1
            or any(len(w) > 2 and w in local for w in row.text.casefold().split())
        )
        for name in _names_in(first_page, place, local)
    ]
    largest = max((first_page[place].style.size or 0.0 for place, _ in offered), default=0.0)
    best: tuple[float, int, str] | None = None
    for place, name in offered:
        row = first_page[place]
        repeated = any(len(word) > 2 and word.casefold().strip(".,") in local for word in name.split())
        sized = bool(row.style.size and row.style.size >= largest - 0.5 and largest > smallest + 1)
        if not (sized or repeated) and (place > 4 or row.order not in inside):
            continue
        score = 1.5 * (row.order == 0) + 1.0 * (place < 3) + (3.0 if largest > 1.3 * smallest else 2.0) * sized
        score += 1.0 * (len(name.split()) in (2, 3)) - 1.0 * (len(name.split()) == 1)
        score += 2.0 * repeated + 0.5 * (row.style.heading == 1) + 0.3 * row.bold - 0.02 * place
        if best is None or score > best[0]:
            best = (score, -place, name)
    return best[2] if best is not None and best[0] >= 1.0 else None


def _names_in(rows: list[Row], place: int, local: str) -> list[str]:
    """The names that could begin in a row: all of it, its first piece, or it with the next row of the same size; degrees left out."""
    row = rows[place]
    text = _SUFFIX.sub("", _NAME_LABEL.sub("", stated_pronouns().sub("", row.text)).strip())
    pieces = [text.replace("\t", " "), _CUT.split(text)[0], text.split(",")[0]]
    found = [piece.strip(" ,.") if not piece.endswith("Jr.") else piece.strip(" ,") for piece in pieces]
    following = rows[place + 1] if place + 1 < len(rows) else None
    if following is not None and row.style.size and following.style.size == row.style.size and row.words <= 2:
        rest = _SUFFIX.sub("", following.text).strip(" ,")
        if len(rest.split()) <= 2 and plausible_name(row.text) and plausible_name(f"{row.text} {rest}"):
            found.insert(0, f"{row.text} {rest}")
    return [name for name in dict.fromkeys(found) if name and (plausible_name(name) or _signed(name, local))]


def _repeats(text: str, local: str) -> bool:
    """True when the e-mail address holds a word of the text."""
    return any(len(word) > 2 and word in local for word in text.casefold().split())


def _signed(name: str, local: str) -> bool:
    """True for the shape of a name whose words the e-mail address repeats, though one is a title or an employer too ("Dean Cook")."""
    words = name.split()
    return 2 <= len(words) <= 4 and _shaped(words) and all(len(word) > 2 and word.casefold().strip(".,") in local for word in words)


def _shaped(words: list[str]) -> bool:
    """True for one to five capitalized words, particles aside, without the signs that no name has."""
    plain = not re.search(r"[\d@/|:;&?!_]", " ".join(words))
    return plain and 1 <= len(words) <= 5 and all(_NAME_WORD.fullmatch(word.strip('"“”()')) for word in words)
