"""Pages of made-up sites: kinds of sites as templates, texts of made-up bodies in some languages."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Template
from typing import Any

__all__ = ["make_pages"]

_FOLDER = Path(__file__).parent
_DAY = "2024-05-06"


def make_pages() -> Iterator[tuple[str, bytes, Mapping[str, Any]]]:
    """Yield the name of every page, the page, and what is right about it."""
    texts = tomllib.loads((_FOLDER / "texts.toml").read_text("utf-8"))
    for path in sorted((_FOLDER / "sites").glob("*.html")):
        template = Template(path.read_text("utf-8"))
        for language, words in texts.items():
            page = template.substitute(_fill(words), lang=language)
            body = "\n".join((*words["context"], words["turn"], *words["acts"]))
            known = {"title": words["title"], "issuer": words["site"], "day": _DAY, "language": language, "body": body}
            if "$site" in template.template:
                known["site"] = words["site"]
            yield f"{path.stem}-{language}", page.encode(), known


def _fill(words: Mapping[str, Any]) -> dict[str, str]:
    acts = "".join(f"<li>{act}</li>" for act in words["acts"])
    context = "".join(f"<p>{paragraph}</p>" for paragraph in words["context"])
    return {
        **{name: word for name, word in words.items() if isinstance(word, str)},
        "news": words["menu"][2],
        "menu": "".join(f'<li><a href="/{at}">{word}</a></li>' for at, word in enumerate(words["menu"])),
        "links": " | ".join(f'<a href="/{at}">{word}</a>' for at, word in enumerate(words["menu"])),
        "related": "".join(f'<li><a href="/r{at}">{word}</a></li>' for at, word in enumerate(words["related"])),
        "text": f"{context}<p>{words['turn']}</p><ol>{acts}</ol>",
    }
