"""Pages to try the law on: made of words of several languages, or real ones that were spoilt."""

from __future__ import annotations

import datetime as dt
import html
from collections.abc import Callable, Sequence
from random import Random

from declarations import PartialDate
from declarations.dates import format_date
from tests.writers.tongues import TONGUES, Tongue

__all__ = ["generate", "mutate"]

_MASTHEADS = (
    "{kind}", "{title}", "{body}", "{body} – {date}", "{place}, {date}", "{date} | {name}", "{name}, {office}",
    "{body} ({short}), {place}", "No. {number}/2024", "A/RES/{number}/7", "By {name} - {date} - 3 comments",
    "Adopted by {body} at its {number}th meeting, on {date}", "Proposed by: {name}, {office}\n{phrase}",
    "Proposed to {body}, {date}", "To: {body}", "Re: {title} of {date}", "{kind} {number}\n{body}\n{date}",
    "Issuer: {body}", "Date: {date}", "Place: {place}", "Language: {tag}", "In {body}, {date}.",
    "in the presence of {number} members and of the President, {date}",
)  # fmt: skip
_ENDINGS = (
    "{closing}", "{name}", "{office}", "{name}, {office}", "{office}: {name}", "{name}\t{office}", "____ {name}",
    "Moved by {office} of {body}", "Seconded by {name}, who spoke at length on {place}", "[signed] {name}",
    "Adopted by 14 votes to {number}, with 1 abstention", "For: {number}, against: 3", "Done at {place}, on {date}",
    "Yours sincerely,", "Signed:", "{body}\n{name}\n{office}", "{date}", "{place}, {date}", "For {body}: {name}",
    "Moved: {name}. Seconded: {name}. Carried.", "Notes", "Annex", "{name} and {name}, {office}",
)  # fmt: skip
_STYLES = ("full", "long", "medium")
_MARKERS = ("", "", "", "- ", "1. ", "(a) ", "§ 3 ", "Article 2 ", "## ", "> ", "* ")


def generate(random: Random) -> tuple[str, str]:
    """Make a page in one of six languages or several, and say its format."""
    tongues = random.choices(TONGUES, k=1) if random.random() < 0.8 else random.sample(TONGUES, 2)
    blocks = [
        *_fill(random, tongues, _MASTHEADS, 6),
        *_write_body(random, tongues),
        *_fill(random, tongues, _ENDINGS, 6),
    ]
    if random.random() < 0.2:
        random.shuffle(blocks)
    return _FORMATS[name := random.choice([*_FORMATS])](random, blocks), name


def mutate(text: str, random: Random) -> str:
    """Spoil a page: lines or stretches are cut out, doubled, moved, joined, or cut in the middle."""
    for _ in range(random.randint(1, 4)):
        lines = text.splitlines(keepends=True) or [""]
        at, end = sorted(random.randrange(len(lines) + 1) for _ in range(2))
        end = min(end, at + random.randint(1, 8))
        match random.randrange(6):
            case 0:
                del lines[at:end]
            case 1:
                lines[at:at] = lines[at:end]
            case 2:
                moved = lines[at:end]
                del lines[at:end]
                place = random.randrange(len(lines) + 1)
                lines[place:place] = moved
            case 3:
                lines[at:end] = [line.rstrip("\n") + " " for line in lines[at:end]]
            case 4:
                lines[at:end] = [line[: len(line) // 2] for line in lines[at:end]]
            case _:
                lines[at:end] = lines[at:end][::-1]
        text = "".join(lines)
    return text


def _fill(random: Random, tongues: Sequence[Tongue], patterns: Sequence[str], most: int) -> list[str]:
    return [_make_line(random, random.choice(tongues), random.choice(patterns)) for _ in range(random.randint(0, most))]


def _make_line(random: Random, tongue: Tongue, pattern: str) -> str:
    (kind, beginning), (body, short) = random.choice(tongue.titles), random.choice(tongue.organs)
    name, office = random.choice(tongue.names)
    day = PartialDate.of(dt.date(2024, 1, 1) + dt.timedelta(random.randrange(700)))
    return pattern.format(
        kind=kind, title=f"{beginning}{tongue.space}{random.choice(tongue.topics)}", body=body, short=short, name=name,
        office=office, place=random.choice(tongue.places), tag=tongue.tag, number=random.randint(1, 99),
        date=format_date(day, tongue.tag, style=random.choice(_STYLES)), closing=tongue.closing,
        phrase=random.choice(tongue.phrases),
    )  # fmt: skip


def _write_body(random: Random, tongues: Sequence[Tongue]) -> list[str]:
    made = []
    for table in ("openers", "verbs"):
        for _ in range(random.randint(0, 4)):
            tongue = random.choice(tongues)
            words = f"{random.choice(getattr(tongue, table))}{tongue.space}{random.choice(tongue.phrases)}"
            made.append(f"{random.choice(_MARKERS)}{words}{random.choice((tongue.comma, tongue.stop, tongue.colon))}")
        if table == "openers" and random.random() < 0.7:
            made.append(random.choice(tongues).formula)
    return made


def _write_text(random: Random, blocks: Sequence[str]) -> str:
    gaps = ("\n\n", "\n\n", "\n")
    return "".join(block + random.choice(gaps) for block in blocks)


def _write_markdown(random: Random, blocks: Sequence[str]) -> str:
    signs = ("", "", "", "# ", "**")
    return "".join(f"{random.choice(signs)}{block}\n\n" for block in blocks)


def _write_html(random: Random, blocks: Sequence[str]) -> str:
    tags = ("p", "p", "p", "h1", "h2", "li", "div", "td", "blockquote", "pre", "header", "footer", "span", "address")
    made = []
    for block in blocks:
        tag = random.choice(tags)
        inner = html.escape(block).replace("\n", random.choice(("<br>", " ", "\n")))
        made.append(f"<{tag}>{inner}</{tag}>")
    return f"<title>{html.escape(blocks[0]) if blocks else ''}</title>\n" + "\n".join(made)


_FORMATS: dict[str, Callable[[Random, Sequence[str]], str]] = {
    "html": _write_html,
    "markdown": _write_markdown,
    "text": _write_text,
}
