"""Values of a PDF file as what they should be: each accessor follows references and gives a plain empty value for anything else."""

from __future__ import annotations

from abc import ABC, abstractmethod

from resume_match.parsers.pdf.objects import Name, Ref, Stream

MOST_HOPS = 32


class Values(ABC):
    """Something that can look up objects by number."""

    @abstractmethod
    def _object(self, number: int) -> object:
        """The object of that number, None where there is none."""

    def value(self, thing: object) -> object:
        """The thing itself, or what it refers to: None for a reference to nothing or to itself."""
        hops = 0
        while isinstance(thing, Ref):
            hops += 1
            if hops > MOST_HOPS:
                return None
            thing = self._object(thing.number)
        return thing

    def dictionary(self, thing: object) -> dict[str, object]:
        """The dictionary (or a stream's), empty where it is something else."""
        value = self.value(thing)
        if isinstance(value, Stream):
            return value.attributes
        return value if isinstance(value, dict) else {}

    def array(self, thing: object) -> list[object]:
        """The array, empty where it is something else."""
        value = self.value(thing)
        return value if isinstance(value, list) else []

    def number(self, thing: object, otherwise: float = 0.0) -> float:
        """The number, or `otherwise`."""
        value = self.value(thing)
        return float(value) if isinstance(value, int | float) and abs(value) < 1e12 else otherwise

    def integer(self, thing: object, otherwise: int = 0) -> int:
        """The number cut to an integer, or `otherwise`."""
        return int(self.number(thing, otherwise))

    def name(self, thing: object) -> str:
        """The name, empty where it is something else."""
        value = self.value(thing)
        return str(value) if isinstance(value, Name) else ""

    def stream(self, thing: object) -> Stream | None:
        """The stream, or None where it is something else."""
        value = self.value(thing)
        return value if isinstance(value, Stream) else None

    def numbers_of(self, thing: object, count: int) -> list[float] | None:
        """The first `count` numbers of an array, or None where it holds fewer."""
        values = [self.value(part) for part in self.array(thing)[:count]]
        numbers = [float(value) for value in values if isinstance(value, int | float) and abs(value) < 1e12]
        return numbers if len(numbers) == count else None
