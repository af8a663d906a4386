"""Extract our messages, bring the catalogs up to date, compile and check them.

`python -m tools.catalogs extract|update|compile|check|add TAG` in the root of the project:

- `extract` writes the template (`.pot`) from the `Message` calls of the code;
- `update` merges the template into every catalog (`.po`) and writes them in canonical form; a catalog keeps its rule
  for plural forms, whatever this version of Babel has for its language;
- `compile` writes the compiled catalogs (`.mo`), which are not kept under version control;
- `check` prints what is wrong with the catalogs and leaves with 1 if anything is; what is not translated it only names,
  since English stands there until somebody does;
- `add TAG` begins the catalog of another language.

The build hook (`hatch_build.py`) uses `compile_catalogs`; so this module needs nothing but Babel.
"""

from __future__ import annotations

import gettext
import io
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.messages import Catalog, Message, extract, mofile, pofile
from babel.messages.frontend import parse_keywords

__all__ = ["CATALOGS", "add", "check", "compile_catalogs", "make_template", "update"]

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "declarations"
CATALOGS = SOURCE / "language" / "catalogs"
"""The folder of the catalogs."""
TEMPLATE = CATALOGS / "declarations.pot"

_KEYWORDS = parse_keywords(["Message:1c,2,2t", "Message:1c,2,3,3t"])
# Headers that say who ran which tool when: each run would change them, and nobody reads them.
_NOISY = (
    "Generated-By",
    "POT-Creation-Date",
    "PO-Revision-Date",
    "Last-Translator",
    "Language-Team",
    "Report-Msgid-Bugs-To",
)
_NOISE = re.compile(rf'"(?:{"|".join(_NOISY)}): .*\n')
_PLACEHOLDER = re.compile(r"\{[a-z]+\}")
_STRAY = re.compile(r"^\s|\s$|[ \t]{2}|[\n\r\t]")
_COUNTED = (*range(1000), 1_000_000)  # every form that a language has is used for one of these


def make_template() -> str:
    """Return the template: every message of the code, in the order of the code, with its comments."""
    catalog = Catalog(project="declarations", version="1", charset="utf-8")
    catalog.header_comment = "# Messages of declarations; written by `python -m tools.catalogs extract`."
    found = extract.extract_from_dir(
        SOURCE,
        method_map=[("**.py", "python")],
        keywords=_KEYWORDS,
        comment_tags=["Translators:"],
        strip_comment_tags=True,
    )
    for path, _, words, comments, context in sorted(found, key=lambda one: (one[0], one[1])):
        place = (f"src/declarations/{path}", 1)
        message = catalog.add(words, locations=[place], auto_comments=[" ".join(comments)], context=context)
        _flag(message)
    return _write(catalog)


def _flag(message: Message) -> None:
    """Tell translation tools which messages hold placeholders."""
    words = message.id if isinstance(message.id, str) else message.id[0]
    message.flags -= {"python-format", "python-brace-format"}
    if "{" in words:
        message.flags.add("python-brace-format")


def _write(catalog: Catalog) -> str:
    written = io.BytesIO()
    pofile.write_po(written, catalog, width=0, include_lineno=False, ignore_obsolete=True)
    return _NOISE.sub("", written.getvalue().decode()).rstrip("\n") + "\n"


def find_catalogs() -> Iterator[Path]:
    """Yield the paths of all catalogs, sorted by language."""
    yield from sorted(CATALOGS.glob("*/LC_MESSAGES/declarations.po"))


def read(path: Path) -> Catalog:
    """Read a catalog; its language is that of its folder."""
    with path.open("rb") as stream:
        return pofile.read_po(stream, locale=_locale_of(path), domain="declarations")


def _locale_of(path: Path) -> Locale:
    return Locale.parse(path.parts[-3])


def merge(path: Path, template: str, *, adding: bool = True) -> str:
    """Return a catalog as it should be written: the messages of the template, the words of the catalog.

    Messages that the catalog does not have yet are left out unless `adding`.
    """
    old = read(path)
    locale = _locale_of(path)
    new = Catalog(locale=locale, project="declarations", version="1", charset="utf-8", fuzzy=False)
    new.mime_headers = [("Plural-Forms", old.plural_forms)]
    has_comment = path.read_text("utf-8").startswith("#")
    new.header_comment = old.header_comment if has_comment else f"# Messages in {locale.get_display_name('en')}."
    for message in pofile.read_po(io.BytesIO(template.encode())):
        known = old.get(message.id, message.context) if message.id else None
        if not message.id or (known is None and not adding):
            continue
        made = new.add(
            message.id, locations=message.locations, auto_comments=message.auto_comments, context=message.context
        )
        if known is not None:
            made.string, made.user_comments, made.flags = known.string, known.user_comments, known.flags
        elif locale.language == "en":
            made.string = message.id
        _flag(made)
    return _write(new)


def update() -> None:
    """Write the template and every catalog."""
    template = make_template()
    TEMPLATE.write_text(template, "utf-8")
    for path in find_catalogs():
        path.write_text(merge(path, template), "utf-8")


def add(tag: str) -> Path:
    """Begin the catalog of a language of CLDR, with nothing translated, and give its path."""
    path = CATALOGS / str(Locale.parse(tag.replace("-", "_"))) / "LC_MESSAGES" / "declarations.po"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")
        path.write_text(merge(path, make_template()), "utf-8")
    return path


def compile_catalogs() -> list[Path]:
    """Compile every catalog and give the paths of what was written."""
    written = []
    for path in find_catalogs():
        written.append(path.with_suffix(".mo"))
        written[-1].write_bytes(_compile(read(path)))
    return written


class _Quiet(Catalog):
    """A catalog whose headers say nothing of when and by which tool it was written."""

    def __iter__(self) -> Iterator[Message]:
        """Yield the header and every message."""
        header, *messages = super().__iter__()
        lines = str(header.string).split("\n")
        yield Message("", "\n".join(line for line in lines if not line.startswith(_NOISY)))
        yield from messages


def _compile(catalog: Catalog) -> bytes:
    """Return the compiled form, which depends on the words alone: on no time and no version of Babel."""
    quiet = _Quiet(locale=catalog.locale, project=catalog.project, version=catalog.version, fuzzy=False)
    quiet.mime_headers = [("Plural-Forms", catalog.plural_forms)]
    for message in catalog:
        if message.id and all(_list_forms(message)):  # a plural that lacks a form would be shown as nothing
            quiet.add(message.id, message.string, flags=message.flags, context=message.context)
    compiled = io.BytesIO()
    mofile.write_mo(compiled, quiet)
    return compiled.getvalue()


def find_missing() -> Iterator[str]:
    """Yield what is not translated, with its language; English stands there."""
    messages = [message for message in pofile.read_po(io.BytesIO(make_template().encode())) if message.id]
    for path in find_catalogs():
        catalog = read(path)
        for message in messages if _locale_of(path).language != "en" else ():
            known = catalog.get(message.id, message.context)
            if known is None or not any(_list_forms(known)):
                yield f"{path.parts[-3]}: {message.context} {_list_ids(message)[0]!r} is not translated"


def check() -> Iterator[str]:
    """Yield what is wrong: what is older than the code or than its source, and words that are broken."""
    template = make_template()
    if not TEMPLATE.is_file() or TEMPLATE.read_text("utf-8") != template:
        yield f"{TEMPLATE.name} is not what the code holds; run: python -m tools.catalogs update"
    for path in find_catalogs():
        name = path.parts[-3]
        if path.read_text("utf-8") not in (merge(path, template), merge(path, template, adding=False)):
            yield f"{name}: not in canonical form; run: python -m tools.catalogs update"
        catalog = read(path)
        compiled = path.with_suffix(".mo")
        if compiled.exists() and compiled.read_bytes() != _compile(catalog):
            yield f"{name}: compiled from other words; run: python -m tools.catalogs compile"
        uses = _count_uses(catalog)
        if sorted(uses) != list(range(catalog.num_plurals)):
            yield f"{name}: {catalog.num_plurals} plural forms, but the rule for them chooses {sorted(uses)}"
        for message in catalog:
            if message.id and any(_list_forms(message)):
                yield from (f"{name}: {fault}" for fault in _check_message(message, uses))


def _list_ids(message: Message) -> list[str]:
    return [message.id] if isinstance(message.id, str) else list(message.id)


def _list_forms(message: Message) -> list[str]:
    return [message.string] if isinstance(message.string, str) else list(message.string or ())


def _count_uses(catalog: Catalog) -> Counter[int]:
    """Count for how many numbers each plural form is used."""
    choose = gettext.c2py(catalog.plural_expr)
    return Counter(map(choose, _COUNTED))


def _check_message(message: Message, uses: Counter[int]) -> Iterator[str]:
    """Yield what is wrong with one message."""
    ids, strings = _list_ids(message), _list_forms(message)
    shown = f"{message.context} {ids[0]!r}"
    if message.fuzzy:
        yield f"{shown} is fuzzy"
    if len(strings) != (1 if len(ids) == 1 else len(uses)):
        yield f"{shown} has {len(strings)} forms"
    for form, string in enumerate(strings):
        placeholders = Counter(_PLACEHOLDER.findall(string))
        says_number = len(ids) > 1 and uses[form] == 1 and not placeholders  # "one resolution" needs no digit
        if not string:
            yield f"{shown} lacks a form"
        elif placeholders != Counter(_PLACEHOLDER.findall(ids[0])) and not says_number:
            yield f"{shown} has other placeholders in {string!r}"
        elif _STRAY.search(string):
            yield f"{shown} has stray spaces in {string!r}"


def main(arguments: list[str]) -> int:
    """Run one command and give the exit code."""
    match arguments:
        case ["extract"]:
            TEMPLATE.write_text(make_template(), "utf-8")
        case ["update"]:
            update()
        case ["compile"]:
            compile_catalogs()
        case ["check"]:
            faults = list(check())
            sys.stdout.write("".join(f"{fault}\n" for fault in faults))
            sys.stderr.write("".join(f"warning: {one}\n" for one in find_missing()))
            return 1 if faults else 0
        case ["add", tag]:
            try:
                sys.stdout.write(f"{add(tag)}\n")
            except (UnknownLocaleError, ValueError) as error:
                sys.stderr.write(f"{error}\n")
                return 2
        case _:
            sys.stderr.write(f"{__doc__}\n")
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
