"""Optional content: which layers of a file are switched off when it is opened."""

from __future__ import annotations

from resume_match.parsers.pdf.file import PdfFile
from resume_match.parsers.pdf.objects import Ref


class Layers:
    """The layers of one file in its default configuration."""

    def __init__(self, file: PdfFile) -> None:
        self._file = file
        properties = file.dictionary(file.catalog.get("OCProperties"))
        usual = file.dictionary(properties.get("D"))
        groups = _numbers(file.array(properties.get("OCGs")))
        off = _numbers(file.array(usual.get("OFF")))
        if file.name(usual.get("BaseState")) == "OFF":
            on = _numbers(file.array(usual.get("ON")))
            off = off | (groups - on)
        self._off = off

    @property
    def any_off(self) -> bool:
        """True when some layer is switched off."""
        return bool(self._off)

    def is_off(self, thing: object) -> bool:
        """True when what belongs to this group or membership is not shown."""
        if isinstance(thing, Ref) and thing.number in self._off:
            return True
        membership = self._file.dictionary(thing)
        if not self._off or membership.get("Type") != "OCMD":
            return False
        groups = membership.get("OCGs")
        members = self._file.array(groups) or [groups]
        states = [isinstance(member, Ref) and member.number in self._off for member in members]
        policy = self._file.name(membership.get("P")) or "AnyOn"
        shown = {
            "AllOn": not any(states),
            "AnyOff": any(states),
            "AllOff": all(states),
        }.get(policy, not all(states))
        return not shown


def _numbers(things: list[object]) -> frozenset[int]:
    return frozenset(thing.number for thing in things if isinstance(thing, Ref))
