"""Every document of the corpus in every form, as text."""

from __future__ import annotations

import gzip
from collections.abc import Iterator

from tests.corpus_files import SUFFIXES, find_corpus

__all__ = ["list_pages"]

_FOLDERS = ("statement", "wild", "un", "udhr", "bipm", "pages/body", "pages/facts", "pages/dates")


def list_pages(*folders: str) -> Iterator[tuple[str, str]]:
    """Yield text and format of every page of some folders of the corpus, of all if none is named; none without it."""
    formats = {suffix: name for name, suffix in SUFFIXES.items()}
    corpus = find_corpus()
    for path in sorted(path for name in folders or _FOLDERS for path in (corpus / name).iterdir()) if corpus else ():
        is_packed = path.suffix == ".gz"
        format = formats.get(path.with_suffix("").suffix if is_packed else path.suffix)
        if format:
            data = gzip.decompress(path.read_bytes()) if is_packed else path.read_bytes()
            yield data.decode("utf-8", "replace"), format
