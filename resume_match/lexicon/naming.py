"""What a short phrase of an entry's heading names: a job title, an organization, a degree, a school, a place.

The scores are plain sums of clues, comparable with each other only: 0 where nothing speaks for a reading, about 2.5 where a word
settles it.
"""

from __future__ import annotations

import re
from functools import cache

from resume_match.lexicon import read_table
from resume_match.lexicon.remembering import remembered

_WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*")
_LINKS = frozenset(
    {"of", "for", "in", "at", "and", "to", "with", "on", "–", "—", "-", ",", "/", "(", "&", "|", ":", "→", "ii", "iii", "iv", "i"}
)


@cache
def _set(file: str, key: str) -> frozenset[str]:
    return frozenset(read_table(file)[key])


def words_of(text: str) -> list[str]:
    """The words, lower case, their inner hyphens, full stops and apostrophes kept and trailing ones dropped."""
    return [word.replace("’", "'") for word in _WORD.findall(text.casefold())]


def _ends(text: str) -> list[str]:
    """The last word of each part of the phrase: before "of", a comma, a dash, a bracket, and at its end."""
    tokens = re.findall(r"[^\W_]+(?:['’.-][^\W_]+)*|[^\w\s]", text.casefold())
    return [token for place, token in enumerate(tokens) if place + 1 == len(tokens) or tokens[place + 1] in _LINKS]


@remembered
def title_score(text: str) -> float:
    """How much speaks for a job title."""
    words = words_of(text)
    if not words:
        return 0.0
    heads, ranks = _set("job_titles", "heads"), _set("job_titles", "ranks")
    stems = [part for word in words for part in word.split("-")]
    if " ".join(words) in _set("job_titles", "whole"):
        return 1.6
    if names_break(text):
        return 2.5
    score = 0.0
    if any(end in heads or end.split("-")[-1] in heads for end in _ends(text)):
        score = 2.5
    elif any(stem in heads for stem in stems):
        score = 1.2
    elif any(stem.endswith("s") and stem[:-1] in heads for stem in stems):
        score = 0.5
    if stems[0] in ranks:
        score += 0.6
    return score if len(words) <= 12 else score / 2


def names_break(text: str) -> bool:
    """True for what stands in place of a title where no job was held: "Career break (full-time care)", "Parental leave"."""
    return " ".join(words_of(re.sub(r"\s*\([^()]*\)|\s*[:–—].*| - .*", "", text))) in _set("job_titles", "breaks")


@remembered
def organization_score(text: str) -> float:
    """How much speaks for an organization's name."""
    plain = re.sub(r"\s*\([^()]*\)", "", text).strip(" ,.")
    words = words_of(plain)
    if not words:
        return 0.0
    whole = " ".join(words)
    if plain.casefold() in _set("organizations", "known") or whole in _set("organizations", "known"):
        return 2.8
    suffixes = _set("organizations", "suffixes")
    if whole in _set("organizations", "placeholders"):
        return 4.0
    score = 0.0
    if any(word in _set("organizations", "schools") for word in words) or words[-1] in suffixes:
        score = 2.2
    elif any(word in suffixes for word in words):
        score = 1.0
    elif words[0] in _set("organizations", "known"):
        score = 0.8
    if whole in _set("job_titles", "whole") or (len(words) == 1 and words[0] in suffixes):
        score = 0.0  # a department: "Director, Product Management", "Head of Payments"
    if re.search(
        r"\b(?:acquired by|formerly|subsidiary|startup|contract(?:or)? (?:via|through)|a division of|nyse|nasdaq)\b", text, re.IGNORECASE
    ):
        score += 1.0
    if plain[:1].isupper() and len(words) <= 4:
        score += 0.3
    return score if len(words) <= 12 else score / 2


def known_at_end(text: str) -> int | None:
    """Where a well-known employer's name begins that ends the phrase ("Product Manager Zendesk"), with words before it; or None."""
    for match in re.finditer(r"(?<=\s)\S", text):
        if (
            re.sub(r"\s*\([^()]*\)$", "", text[match.start() :]).casefold() in _set("organizations", "known")
            and len(text) - match.start() > 2
        ):
            return match.start()
    return None


@cache
def _placeholders() -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(_set("organizations", "placeholders")))
    return re.compile(rf"\b(?:{names})\b(?:[^\w\s]|ï¼\S*|â\S*|\s)*|\bcity\s*,\s*state\b(?:\s*,\s*us\b)?", re.IGNORECASE)


def set_apart(text: str) -> str:
    """The text with tabs around placeholders ("Company Name", "City , State") that stand where an anonymized resume had names."""
    return _placeholders().sub(lambda match: f"\t{match.group()}\t", text)


@cache
def _one_of(key: str) -> re.Pattern[str]:
    """Any of the phrases that degrees.toml lists under the key."""
    return re.compile(rf"\b(?:{'|'.join(re.escape(phrase) for phrase in read_table('degrees')[key])})\b")


def names_degree(text: str) -> bool:
    """True where so much speaks for a degree or a field of study that a text names one."""
    return degree_score(text) >= 2.6


def degree_score(text: str) -> float:
    """How much speaks for a degree or a field of study."""
    lower = text.casefold()
    words = [re.sub(r"\.", "", word) for word in words_of(lower)]
    words = [word for word in words if word]
    if not words:
        return 0.0
    if lower.startswith(tuple(read_table("degrees")["phrases"])):
        return 2.0
    score = 0.0
    degrees = _set("degrees", "degrees")
    dotted = re.search(r"\b(?:[bmap]|ph|dr)\.?\s?(?:[a-z]{1,4})\.(?!\w)|\bph\.?\s?d\b", lower)
    if words[0] in degrees or dotted:
        score = 2.6
    elif any(word in degrees for word in words if len(word) > 2 and word not in ("master", "march", "med", "associate", "candidate")):
        score = 1.8
    if _one_of("fields").search(lower):
        score += 0.9
    if re.search(r"\b(?:in|of)\b", lower):
        score += 0.2
    return score


def is_field(text: str) -> bool:
    """True where a field of study stands in the text: "Information Technology"."""
    return _one_of("fields").search(text.casefold()) is not None


def opens_with_degree(text: str) -> bool:
    """True when the text begins with a degree's full name ("Bachelor of Science : Botany"), or a school in capitals and a degree."""
    if re.match(
        r"(?i)(?:(?:bachelor|master|associate|doctor)(?:'?s)?(?:\s+degree)?(?:\s+of\b|\s+in\b|\s*:)|(?:b\.?[as]\.?|m\.?[as]\.?|bfa|mfa|mba|bba|as|aa|ph\.?d\.?)\s*:)",
        text,
    ):
        return True
    school = re.match(r"(?:[A-Z&.'-]{2,}\s+){1,5}", text)
    return bool(school) and school is not None and school_score(school.group()) >= 2 and degree_score(text[school.end() :]) >= 1.8


def school_score(text: str) -> float:
    """How much speaks for a school."""
    words = words_of(text)
    if not words:
        return 0.0
    schools = _set("organizations", "schools")
    if any(part in schools for word in words for part in (word, *word.split("-"))):  # "Goethe-Gymnasium"
        return 1.0 if words[0] in ("high", "secondary") and len(words) < 4 else 2.6
    plain = " ".join(words_of(re.sub(r"\s*\([^()]*\)", "", text)))
    if len(plain) > 1 and plain in _set("organizations", "known"):  # "X" is the tenth year of school
        return 2.0
    return 0.4 if text[:1].isupper() and len(words) <= 5 else 0.1


def is_degree_line(text: str) -> bool:
    """True for a degree with its school on a line of at most 40 words; where it is abbreviated, a field of study stands beside it too."""
    first = text.split(maxsplit=1)[0] if text.strip() else ""
    # Two capitals tell "BS" and "B.Tech" from the words "As" and "Be".
    named = "".join(words_of(first)).replace(".", "") in _set("degrees", "degrees") and sum(letter.isupper() for letter in first) > 1
    other = text.casefold().startswith(tuple(read_table("degrees")["not_degrees"]))
    abbreviated = named and not other and degree_score(text) >= 3.5
    return (abbreviated or opens_with_degree(text)) and school_score(text) >= 2.6 and len(text.split()) <= 40


@cache
def ends_of_fields() -> frozenset[str]:
    """The words that fields of study end in: "systems" of "information systems"."""
    return _set("degrees", "ends_of_fields") | {field.split()[-1] for field in _set("degrees", "fields")}


def is_remark(text: str) -> bool:
    """True for a remark beside a degree (a grade, honors, coursework) that names neither degree nor school."""
    lower = text.casefold().strip(" ([")
    if names_degree(text) and not re.match(r"(?:minor|coursework|relevant coursework|expected|thesis)", lower):
        return False
    return bool(_one_of("remarks").match(lower)) or bool(re.search(r"\b(?:c?gpa|cum laude|dean'?s list|major gpa)\b", lower))


@remembered
def is_place(text: str) -> bool:
    """True when the whole phrase names a place: "Austin, TX", "Berlin, Germany", "Remote", "New York City Metropolitan Area"."""
    plain = re.sub(r"\([^()]*\)|\b\d{4,6}(?:-\d{4})?\b", "", text).strip(" ,.()")
    plain = re.sub(r"^(?:location|based in|greater)\s*:?\s+|\s+(?:metropolitan |metro )?area$", "", plain, flags=re.IGNORECASE)
    if not plain:
        inner = re.sub(r"[()]", "", text).strip()
        return bool(inner) and "(" in text and not re.fullmatch(r"[\d\s-]*", inner) and is_place(inner)
    return all(_placelike(city) for city in re.split(r"\s+(?:&|and|/)\s+|\s*/\s*|\s+[–-]\s+|\s*;\s*", plain))


def _placelike(text: str) -> bool:
    parts = [part.strip(" .").casefold() for part in text.split(",") if part.strip(" .")]
    if not parts:
        return False
    if len(parts) == 1:
        bare = re.fullmatch(r"(.+?)\s+([A-Z]{2})", text.strip())
        return parts[0] in _known_places() or bool(
            bare and bare.group(2).casefold() in _set("places", "regions") and bare.group(1).casefold() in _cities()
        )
    if parts[-1] not in _regions() or len(parts) > 4:
        return all(part in _known_places() for part in parts)
    towns = [part.strip() for part in text.split(",")[:-1] if part.strip()]
    if len(towns) > 1 and towns[0].casefold() not in _known_places():
        return False  # "Acme, Portland, OR" begins with something else
    return all(is_city(town) for town in towns)


@cache
def _regions() -> frozenset[str]:
    return _set("places", "regions") | _set("places", "regions_in_full") | _set("places", "words")


@cache
def _cities() -> frozenset[str]:
    return _set("places", "cities")


@cache
def _known_places() -> frozenset[str]:
    return _cities() | _set("places", "regions_in_full") | _set("places", "words")


def is_doubtful_place(text: str) -> bool:
    """True for "Name, Country" with a name that no list of towns has: it may as well be an employer and where it is."""
    parts = [part.strip(" .").casefold() for part in text.split(",") if part.strip(" .")]
    return len(parts) == 2 and parts[0] not in _known_places() and parts[1] not in _set("places", "regions")


def is_city(text: str) -> bool:
    """True when the phrase could be a town's name: up to four capitalized words, none of them a title's or an organization's."""
    words = text.split()
    if text.casefold() in _known_places():
        return True
    if not 1 <= len(words) <= 4 or not re.fullmatch(r"[^\W\d_][\w.'’ -]*", text):
        return False
    if not all(word[:1].isupper() or word in ("de", "la", "of", "sur", "upon", "am", "der", "city", "state") for word in words):
        return False
    return title_score(text) < 1.0 and organization_score(text) < 0.8


def place_at_end(text: str) -> int | None:
    """Where a place at the end of the phrase begins ("Acme, New York, NY"), or None; a phrase that is all place begins at 0."""
    if is_place(text):
        return 0
    cuts = [match.end() for match in re.finditer(r",\s*|\s[–—-]\s|\s{2,}|\s(?=\()", text)]
    for cut in cuts[-3:]:
        if is_place(text[cut:]):
            return cut
    placeholder = re.search(r"(?<=\S)\s+City$", text)
    return placeholder.start() if placeholder else None
