"""A PDF file's objects on demand: found by the index, checked, and searched for where the index is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resume_match.parsers.pdf.encryption import Decryptor, open_encrypted
from resume_match.parsers.pdf.guard import Guard
from resume_match.parsers.pdf.objects import PdfSyntaxError, Ref, Stream, TooDeepError, read_object
from resume_match.parsers.pdf.streams import Decoded, Predictor, UnsupportedFilterError, decode
from resume_match.parsers.pdf.values import MOST_HOPS, Values
from resume_match.parsers.pdf.xref import Index, Place, XrefError, is_type, read_index, scan, stream_entries

_HEAD = re.compile(rb"[\x00\t\n\x0c\r ]*(\d{1,10})[\x00\t\n\x0c\r ]+(\d{1,5})[\x00\t\n\x0c\r ]+obj")
_STREAM = re.compile(rb"(?:[\x00\t\n\x0c\r ]|%[^\r\n]*)*stream(\r\n|\n|\r)?")
_STREAM_END = re.compile(rb"[\x00\t\n\x0c\r ]*endstream")
_HEADER = re.compile(rb"%PDF-\d")


class PdfFile(Values):
    """The objects of one file. `rebuilt` tells that its index was wrong, `damaged_streams` counts streams that did not end well."""

    def __init__(self, data: bytes, guard: Guard) -> None:
        header = _HEADER.search(data, 0, 1024)
        self.data = data[header.start() :] if header else data
        self.guard = guard
        self.rebuilt = False
        self.damaged_streams = 0
        self.decryptor: Decryptor | None = None
        self._objects: dict[int, object] = {}
        self._reading: set[int] = set()
        self._containers: dict[int, list[object]] = {}
        self._index = self._stated_index()
        self._start_decryption()
        if not self._sound():
            self._rebuild()

    @property
    def trailer(self) -> dict[str, object]:
        """The trailer's entries."""
        return self._index.trailer

    @property
    def catalog(self) -> dict[str, object]:
        """The document's root dictionary, empty where there is none."""
        return self.dictionary(self.trailer.get("Root"))

    def numbers(self) -> Iterator[int]:
        """The numbers of all objects, in order."""
        yield from sorted(self._index.places)

    # -------------------------------------------------------------------------------------------------------- streams, decoded

    def decoded(self, stream: Stream) -> Decoded:
        """The stream's bytes with its filters undone; raises UnsupportedFilterError for pictures, LimitExceededError for bombs."""
        raw = stream.raw
        if self.decryptor is not None and stream.number and stream.attributes.get("Type") != "XRef":
            raw = self.decryptor.stream(stream)
        result = decode(raw, self._filters(stream), self.guard)
        if not (result.whole and stream.whole):
            self.damaged_streams += 1
            return Decoded(result.data, False)
        return result

    def _filters(self, stream: Stream) -> list[tuple[str, Predictor]]:
        attributes = stream.attributes
        filters = self.value(attributes.get("Filter", attributes.get("F")))
        parameters = self.value(attributes.get("DecodeParms", attributes.get("DP")))
        names = filters if isinstance(filters, list) else [filters] if filters is not None else []
        rows = parameters if isinstance(parameters, list) else [parameters] * len(names)
        rows = [*rows, *([None] * len(names))]
        return [(self.name(name), self._predictor(row)) for name, row in zip(names, rows, strict=False)]

    def _predictor(self, thing: object) -> Predictor:
        row = self.dictionary(thing)
        if not row:
            return Predictor()
        return Predictor(
            self.integer(row.get("Predictor"), 1),
            self.integer(row.get("Colors"), 1),
            self.integer(row.get("BitsPerComponent"), 8),
            self.integer(row.get("Columns"), 1),
        )

    # ----------------------------------------------------------------------------------------------------------------- objects

    def _object(self, number: int) -> object:
        if number in self._objects:
            return self._objects[number]
        place = self._index.places.get(number)
        if place is None or number in self._reading or len(self._reading) > MOST_HOPS:
            return None
        self._reading.add(number)
        try:
            value = self._load(number, place)
        finally:
            self._reading.discard(number)
        self._objects[number] = value
        return value

    def _load(self, number: int, place: Place) -> object:
        if place.container is not None:
            return self._from_container(number, place)
        try:
            found, value = self._read_at(place.offset)
        except PdfSyntaxError:
            found, value = -1, None
        if found == number:
            return value
        if self.rebuilt:
            return None
        self._rebuild()
        place_now = self._index.places.get(number)
        return self._load(number, place_now) if place_now is not None else None

    def _read_at(self, offset: int) -> tuple[int, object]:
        """The number and value of the indirect object at an offset; raises PdfSyntaxError where there is none."""
        head = _HEAD.match(self.data, offset)
        if head is None:
            raise PdfSyntaxError("no object here")
        number, generation = int(head[1]), int(head[2])
        try:
            value, position = read_object(self.data, head.end(), self.guard.limits.pdf_object_depth)
        except TooDeepError:
            raise self._too_deep() from None
        if isinstance(value, dict) and (begin := _STREAM.match(self.data, position)):
            return number, self._stream_at(value, begin.end(), number, generation)
        if self.decryptor is not None:
            value = self.decryptor.strings(value, number, generation)
        return number, value

    def _stream_at(self, attributes: dict[str, object], start: int, number: int, generation: int) -> Stream:
        length = self.integer(attributes.get("Length"), -1)
        if length >= 0 and _STREAM_END.match(self.data, start + length):
            return Stream(attributes, self.data[start : start + length], number, generation)
        end = self.data.find(b"endstream", start)
        whole = end >= 0
        if end < 0:
            end = self.data.find(b"endobj", start)
            end = len(self.data) if end < 0 else end
        raw = self.data[start:end]
        raw = raw[:-2] if raw.endswith(b"\r\n") else raw[:-1] if raw[-1:] in (b"\n", b"\r") else raw
        return Stream(attributes, raw, number, generation, whole)

    def _from_container(self, number: int, place: Place) -> object:
        container = place.container or 0
        if container not in self._containers:
            self._containers[container] = []  # an object stream that holds itself finds itself empty
            self._containers[container] = self._unpacked(container)
        for entry in self._containers[container]:
            if isinstance(entry, tuple) and entry[0] == number:
                return entry[1]
        return None

    def _unpacked(self, container: int) -> list[object]:
        """The (number, value) pairs of an object stream."""
        stream = self.stream(Ref(container, 0))
        if stream is None:
            return []
        try:
            data = self.decoded(stream).data
        except UnsupportedFilterError:
            return []
        count = self.integer(stream.attributes.get("N"))
        first = self.integer(stream.attributes.get("First"))
        header = [int(word) for word in data[:first].split()[: 2 * max(0, count)] if word.isdigit() and len(word) < 12]
        pairs: list[object] = []
        for number, offset in zip(header[::2], header[1::2], strict=False):
            try:
                value, _ = read_object(data, first + offset, self.guard.limits.pdf_object_depth)
            except PdfSyntaxError:
                continue
            except TooDeepError:
                raise self._too_deep() from None
            pairs.append((number, value))
        return pairs

    def _too_deep(self) -> Exception:
        return self.guard.exceeded(f"its objects are nested deeper than {self.guard.limits.pdf_object_depth} levels", "pdf_object_depth")

    # ------------------------------------------------------------------------------------------------------------------- index

    def _stated_index(self) -> Index:
        try:
            return read_index(self.data, self._read_at, lambda stream: self.decoded(stream).data, self.guard.limits.pdf_object_depth)
        except (XrefError, PdfSyntaxError, UnsupportedFilterError):
            return Index()
        except TooDeepError:
            raise self._too_deep() from None

    def _sound(self) -> bool:
        """True when the index leads to a catalog with pages."""
        return bool(self.dictionary(self.catalog.get("Pages")))

    def _start_decryption(self) -> None:
        encrypt = self.trailer.get("Encrypt")
        if encrypt is not None and self.decryptor is None:
            self.decryptor = open_encrypted(self, encrypt)
            self._objects.clear()
            self._containers.clear()

    def _rebuild(self) -> None:
        """Replaces the index by what a search through the file finds; objects inside object streams included."""
        if self.rebuilt:
            return
        self.rebuilt = True
        stated = self._index
        self._objects.clear()
        self._containers.clear()
        try:
            self._index = scan(self.data, self.guard.limits.pdf_object_depth)
        except TooDeepError:
            raise self._too_deep() from None
        self._index.trailer = {**stated.trailer, **self._index.trailer}
        loose = [number for number in self._index.places if number]
        root = None
        for number in loose:
            self.guard.check_time()
            value = self._object(number)
            if is_type(value, "XRef") and isinstance(value, Stream):
                self._index.trailer = {**value.attributes, **self._index.trailer}
                self._add_entries(value)
            if is_type(value, "Catalog"):
                root = number
        self._start_decryption()
        for number in loose:
            if is_type(self._object(number), "ObjStm"):
                root = self._add_container(number) or root
        if not self.dictionary(self.catalog.get("Pages")) and root is not None:
            self._index.trailer["Root"] = Ref(root, 0)

    def _add_entries(self, stream: Stream) -> None:
        """Adds what a cross-reference stream knows of object streams; offsets are not believed any more."""
        try:
            for number, place in stream_entries(stream, self.decoded(stream).data):
                if place.container is not None:
                    self._index.places.setdefault(number, place)
        except (XrefError, UnsupportedFilterError):
            return

    def _add_container(self, container: int) -> int | None:
        """Adds the objects of an object stream; the number of the catalog among them, if there is one."""
        root = None
        for entry in self._containers.setdefault(container, self._unpacked(container)):
            if isinstance(entry, tuple):
                number, value = entry
                self._index.places.setdefault(number, Place(0, container))
                if is_type(value, "Catalog"):
                    root = number
        return root
