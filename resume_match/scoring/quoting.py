"""The words of a phrase as a reason quotes them: whole words and whole groups of words, without what only joins them to others."""

from __future__ import annotations

import re

from resume_match.model import Span

# What stands before a phrase and is none of it: commas, colons, a lone bracket, "and", "to".
_BEFORE = re.compile(r"(?:[\s,;:.)\]}/&|–—•·*+-]+|(?:and|or|but|(?:(?:is|are|was|were)\s+)?to)\b\s*)+", re.IGNORECASE)
_AFTER = re.compile(r"(?:[\s,;:/&|–—(\[{+-]+|\s(?:and|or|but|that|which|who))+$", re.IGNORECASE)
_MAY_END = re.compile(r"(?:[\s,;:/&|–—(\[{+-]|\s(?:and|or|but|that|which|who))$", re.IGNORECASE)  # the last of what _AFTER takes away
_LONGEST_END = 6  # letters of it, " which"
_JOINTS = ("-", "’", "'")
_WORD_BEFORE = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*[-’']$")
_WORD_AFTER = re.compile(r"(?:[-’'][^\W_]+)+")
# So few words behind a phrase, up to the end of its sentence, belong to it: "informing product | and pricing strategy".
_REST = re.compile(r"(?:\s+[^\s,;:.!?()]+){1,4}(?=[.!?]?\s*$)")


def quoted(text: str, span: Span, statement: Span) -> str:
    """The words of a phrase of a statement, on one line: "functional leadership" of "cross-functional leadership" is quoted whole."""
    start, end = span.start, span.end
    if text.endswith(_JOINTS, statement.start, start) and (joined := _WORD_BEFORE.search(text, statement.start, start)):
        start -= len(joined.group())
    if joined := _WORD_AFTER.match(text, end, statement.end):
        end += len(joined.group())
    if rest := _REST.match(text, end, statement.end):
        end += len(rest.group())
    words = text[start:end]
    lead = _BEFORE.match(words)
    words = words[lead.end() if lead else 0 :]
    if words.count("(") > words.count(")") and end < statement.end and text[end] == ")":
        words += ")"
    if _MAY_END.search(words, max(0, len(words) - _LONGEST_END)):  # where not, nor does the other, which looks at every letter
        words = _AFTER.sub("", words)
    return " ".join(words.split()) or " ".join(text[span.start : span.end].split())
