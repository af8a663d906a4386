"""Many declarations in one file: a document collection, written and read one after the other in constant memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, BinaryIO, cast

from lxml import etree

from declarations.errors import EmptyInputError, LimitError, SchemaError
from declarations.findings import Finding, Position
from declarations.model import Declaration
from declarations.records.akn.clauses import NOTHING
from declarations.records.akn.metadata import write_collection_meta
from declarations.records.akn.notes import name_of, report
from declarations.records.akn.profiles import Naming
from declarations.records.akn.reading import Complete, read_document
from declarations.records.akn.vocabulary import ABBREVIATIONS, COLLECTIONS, DOCUMENTS, NAMESPACE, is_namespace
from declarations.records.akn.writing import CLOSE, OPEN, write_document
from declarations.records.fields import too_deep
from declarations.records.xml_parsing import RootReachedError, explain_syntax, make_prologue_parser

__all__ = ["read_collection", "write_collection"]

Found = tuple[Declaration, tuple[Finding, ...]]

_CHUNK = 1024
_MANY = 2**15  # bytes that lxml reads in one go
_ROOT = "akomaNtoso"
_ROOTS = frozenset({_ROOT}) | DOCUMENTS
_HOLDERS = frozenset({_ROOT, *COLLECTIONS, "collectionBody", "component", "components"})
"""Elements in which documents stand that are declarations of their own."""


def write_collection(declarations: Iterable[Declaration], naming: Naming) -> Iterator[bytes]:
    """Write a `documentCollection` with a component for every declaration, each as soon as it comes."""
    yield f'{OPEN}<documentCollection name="declarations">\n{write_collection_meta(naming)}<collectionBody>\n'.encode()
    number = 0
    for number, declaration in enumerate(declarations, 1):
        eid = f"{ABBREVIATIONS['component']}_{number}"
        try:
            yield f'<component eId="{eid}">\n{write_document(declaration, naming, eid)}</component>\n'.encode()
        except RecursionError:
            raise too_deep() from None
    if not number:  # the schema wants a component
        yield f"<component><interstitial>{NOTHING}</interstitial></component>\n".encode()
    yield f"</collectionBody>\n</documentCollection>\n{CLOSE}".encode()


def read_collection(
    file: BinaryIO,
    *,
    ignore_unknown: bool,
    max_depth: int,
    max_bytes: int,
    encoding: str | None = None,
    complete: Complete | None = None,
) -> Iterator[Found]:
    """Read the documents of a file one after the other; see `load_all` for what is raised."""
    source = _Source(file, max_bytes)
    try:
        if root := source.look_at_root(encoding):
            _check_root(root)
        options = {"ignore_unknown": ignore_unknown, "max_depth": max_depth, "complete": complete}
        yield from _Walk(source, encoding, options).read()
    except etree.XMLSyntaxError as error:
        raise explain_syntax(error) from error
    except RecursionError:
        raise too_deep() from None


class _Source:
    """A file that counts what was read since the last document, and can give back what was looked at."""

    def __init__(self, file: BinaryIO, max_bytes: int) -> None:
        self._file = file
        self._max_bytes = max_bytes
        self._looked_at = b""
        self._count = 0

    def read(self, size: int = -1) -> bytes:
        """Read as lxml does; raise `LimitError` when too much has come for one document."""
        data, self._looked_at = self._looked_at, b""
        data = data or self._file.read(size)
        self._count += len(data)
        if self._count > self._max_bytes + _MANY:
            message = f"a document is larger than the limit of {self._max_bytes:,} bytes"
            raise LimitError(message, hint="raise max_bytes if you trust the data")
        return data

    def begin_document(self) -> None:
        """Count anew."""
        self._count = 0

    def look_at_root(self, encoding: str | None) -> str:
        """Return the name of the root; raise `SchemaError` for a DOCTYPE before it, `EmptyInputError` for no data."""
        parser = make_prologue_parser(encoding)
        looked_at = []
        root = ""
        try:
            while chunk := self.read(_CHUNK):
                looked_at.append(chunk)
                parser.feed(chunk)
        except RootReachedError as reached:
            root = str(reached)
        self._looked_at = b"".join(looked_at)
        self._count = 0
        if not self._looked_at.strip():
            raise EmptyInputError("the Akoma Ntoso is empty")
        return root


class _Walk:
    def __init__(self, source: _Source, encoding: str | None, options: Mapping[str, Any]) -> None:
        self._source = source
        self._options = options
        self._encoding = encoding
        self._pending: list[Finding] = []
        self._references = 0

    def read(self) -> Iterator[Found]:
        """Yield each document with its findings; one is held back, since words may follow that belong to none."""
        held: Found | None = None
        for document in self._find_documents():
            if held:
                yield self._report(held)
            held = read_document(document, **self._options)
        if held:
            yield self._report(held)
        elif self._references:
            message = f"the collection holds no document, only references to {self._references}"
            raise SchemaError(message, hint="read the documents themselves")

    def _report(self, found: Found) -> Found:
        findings, self._pending = (*found[1], *self._pending), []
        return found[0], findings

    def _find_documents(self) -> Iterator[etree._Element]:
        """Go through the file; what was read is cleared at once."""
        document: etree._Element | None = None
        is_nested = False
        for event, element in self._parse():
            name = name_of(element)
            if event == "start":
                if document is None and name in DOCUMENTS and name not in COLLECTIONS:
                    document, is_nested = element, False
            elif element is document:
                yield element
                document = None
                self._source.begin_document()
                if is_nested:
                    _empty_from_below(element)
                _empty(element)
            elif document is None:
                self._clear(element)
            else:
                is_nested = True

    def _parse(self) -> Iterator[tuple[str, etree._Element]]:
        """Yield events of the parser; it keeps no table of ids, since others repeat them."""
        parser = etree.XMLPullParser(
            events=("start", "end"),
            tag=[f"{{*}}{name}" for name in _HOLDERS | DOCUMENTS],
            encoding=self._encoding,
            collect_ids=False,
            remove_comments=True,
            remove_pis=True,
            resolve_entities=False,
            no_network=True,
            huge_tree=True,
        )
        while chunk := self._source.read(_MANY):
            parser.feed(chunk)
            yield from cast("Iterator[tuple[str, Any]]", parser.read_events())
        parser.close()
        yield from cast("Iterator[tuple[str, Any]]", parser.read_events())

    def _clear(self, element: etree._Element) -> None:
        """Report the words that stand around documents, and let go of what was read."""
        report(self._pending, element)
        self._references += sum(1 for _ in element.iter("{*}documentRef"))
        _empty(element)
        parent = element.getparent()
        before = element.getprevious()
        while parent is not None and before is not None and name_of(element) == "component":
            report(self._pending, before)
            report(self._pending, parent, before.tail or "")
            parent.remove(before)
            before = element.getprevious()


def _empty(element: etree._Element) -> None:
    """Let go of all in an element; the words after it stay."""
    tail = element.tail
    element.clear()
    element.tail = tail


def _empty_from_below(element: etree._Element) -> None:
    """Let go of all in an element, the innermost first.

    The parser still knows documents inside of it; lxml takes quadratic time to take a branch with such elements off.
    """
    for _, inner in etree.iterwalk(element, events=("end",)):
        _empty(inner)


def _check_root(tag: str) -> None:
    """Raise `SchemaError` unless the root is one of Akoma Ntoso."""
    space, _, name = tag.removeprefix("{").rpartition("}")
    if is_namespace(space) and name in (_ROOTS if space else {_ROOT}):
        return
    found = f"<{name}> of the namespace {space}" if space else f"<{name}>"
    raise SchemaError(
        f"the root element is {found}",
        position=Position(element=name, path=f"/{name}"),
        hint=f'write <{_ROOT} xmlns="{NAMESPACE}">',
    )
