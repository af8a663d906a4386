"""Who issues a document by its title: `Statement of the Guild on …`, `Guild Statement on …`, `Guild calls for …`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from declarations.language.lexicon import Lexicon
from declarations.language.lineindex import Hit, find_phrases
from declarations.language.phrases import fold, next_word
from declarations.recognition.wording.organs import find_rows, is_function_word, names_organ
from declarations.recognition.wording.stretches import Span

__all__ = ["find_title_names"]

_STOP = re.compile(r"[:：;；|!?！？。\n¦,，、]|\s[–—-]\s|—|\.(?=\s|$)")
_WORD = re.compile(r"[^\s,;:()|]+")
_OF_PLACES = frozenset({"", "declaration", "charter", "resolution", "recommendation", "decision"})
"""Kinds of documents that are called by a place as well: after them only a word for a body tells who issues one."""
_MOST = 14  # words of a name
_LONGEST = 300  # characters of a title that is read
_ELIDED = re.compile(r"[^\W\d_]{1,5} (?=\w)")  # the apostrophe of `dell’Unione` is folded to a space
_POSSESSIVE = re.compile(r"[’']s?$")


def find_title_names(title: str, lexicons: Sequence[Lexicon]) -> Iterator[tuple[str, str]]:
    """Yield names with what they are: a `title` names a body after the word for the kind and one such as `of`.

    A `caption` stands there without a word for a body, beside the word for the kind, or before a verb: it may be a
    short form, or a place.
    """
    if len(title) > _LONGEST:
        return
    folded = fold(title)
    known = dict(find_phrases(title, lexicons).each("kinds", "letters"))
    for lexicon in lexicons:
        kinds = _find_kinds(folded, known.get(lexicon, {}), lexicon)
        for kind in kinds:
            yield from _read_after(title, folded, kind[1], kind[2], lexicon)
        end = kinds[0][0] if kinds and kinds[0][2] else _find_noun(folded, lexicon)
        if name := _read_before(title, folded, end, lexicon):
            yield "caption", name
    if name := _read_subject(title, folded, lexicons):
        yield "caption", name


def _find_noun(folded: str, lexicon: Lexicon) -> int:
    """Return where the word before the first topic begins: `Principles` in `Guild Principles on Rain`."""
    topic = next(_find_topics(folded, 0, len(folded), lexicon), Span(0, 0))
    before = [*_WORD.finditer(folded, 0, topic.start)]
    return before[-1].start() if before else 0


def _find_kinds(folded: str, known: Mapping[str, Sequence[Hit]], lexicon: Lexicon) -> list[tuple[int, int, str]]:
    """Return the words for a kind with its name; else the first word, whatever it is: `Rules of the Guild`."""
    firsts = [*known.get("kinds", ())[:1], *(hit for hit in known.get("letters", ()) if hit.meaning == "words")][:2]
    if not firsts and (first := _WORD.match(folded)) and not is_function_word(first[0], [lexicon]):
        return [(0, first.end(), "")]
    return sorted({hit[:2]: hit[:3] for hit in firsts}.values())


def _read_after(title: str, folded: str, start: int, kind: str, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Yield the name after the word for the kind and a word such as `of`; a body may stand there without one."""
    stop = _STOP.search(title, start)
    end = first = next_word(folded, start)
    has_word = False
    may_be_place = kind in _OF_PLACES
    while (word := _WORD.match(folded, end)) and not (stop and word.start() >= stop.start()):
        elided = _ELIDED.match(folded, end)
        name = elided[0].strip(" ") if elided else word[0]
        if name in lexicon.issuer_words:
            has_word = True
        elif not title[end].islower() or names_organ(word[0], [lexicon]):
            break
        elif _is_topic(folded, end, lexicon) or _is_addressing(folded, end, lexicon):
            return
        end = elided.end() if elided and name in lexicon.issuer_words else next_word(folded, word.end())
    row = _take_row(title, folded, end, lexicon) if has_word or end == first else ""
    is_organ = names_organ(row, [lexicon])
    if row and (is_organ or (has_word and not may_be_place)):
        yield ("title" if is_organ and has_word else "caption"), row


def _is_addressing(folded: str, start: int, lexicon: Lexicon) -> bool:
    hit = lexicon.addressees.find(folded, start)
    return hit is not None and hit[1] == "lines"


def _take_row(title: str, folded: str, start: int, lexicon: Lexicon) -> str:
    """Return the words from a place up to a sign, the word for a topic, a verb, or a word in small letters.

    Small letters go on after a word for a body, after `of`, and where a word for a topic says that the name ends there.
    """
    stop = _STOP.search(title, start)
    last = stop.start() if stop else len(title)
    is_bounded = any(_is_topic(folded, word.start(), lexicon) for word in _WORD.finditer(folded, start, last))
    kept: list[re.Match[str]] = []
    for word in _WORD.finditer(title, start, last):
        if len(kept) == _MOST or _is_topic(folded, word.start(), lexicon) or (kept and _is_verb(word, title, lexicon)):
            break
        if kept and word[0][0].islower() and not _may_go_on(word[0], kept, lexicon, is_bounded=is_bounded):
            break
        kept.append(word)
    while kept and is_function_word(fold(kept[-1][0]), [lexicon]):
        kept.pop()
    row = title[kept[0].start() : kept[-1].end()] if kept else ""
    return f"{row})" if "(" in row else row


def _may_go_on(word: str, kept: Sequence[re.Match[str]], lexicon: Lexicon, *, is_bounded: bool) -> bool:
    before = kept[-1][0]
    if is_function_word(fold(word), [lexicon]) or names_organ(word, [lexicon]) or names_organ(before, [lexicon]):
        return True
    has_organ = any(names_organ(one[0], [lexicon]) for one in kept)
    return (is_bounded or fold(before) in lexicon.issuer_words) and has_organ


def _is_topic(folded: str, start: int, lexicon: Lexicon) -> bool:
    hit = lexicon.letters.find(folded, start)
    return hit is not None and hit[1] == "topics"


def _is_verb(word: re.Match[str], title: str, lexicon: Lexicon) -> bool:
    """Return whether a preambular phrase or a verb stands at a word that is not written like a name."""
    is_plain = word[0][0].islower() or title.isupper()
    folded = fold(title)
    return is_plain and any(table.find(folded, word.start()) for table in (lexicon.actions, lexicon.stances))


def _read_before(title: str, folded: str, end: int, lexicon: Lexicon) -> str | None:
    """Return the name right before the word for the kind: `Guild Statement`, `Leaders’ Statement` without the office.

    Where the topic stands there too, `Guild on Rain Statement`, it is the part that names a body.
    """
    begin = max((stop.end() for stop in _STOP.finditer(title, 0, end)), default=0)
    topics = [*_find_topics(folded, begin, end, lexicon)]
    if topics:
        pieces = [title[begin : topics[0].start], title[topics[0].end : end]]
        piece = next((one for one in pieces if names_organ(one, [lexicon])), "")
    else:
        piece = title[begin:end]
    words = _cut_suffix(piece.split(), lexicon)
    if words and words[0][0].islower():
        return None
    while words and is_function_word(fold(words[0]), [lexicon]):
        words.pop(0)
    if len(words) > 1 and _POSSESSIVE.search(words[-1]) and _is_office(words[-1], lexicon):
        words.pop()
    if not words or any(word[0].islower() and not names_organ(word, [lexicon]) for word in words):
        return None
    words[-1] = _POSSESSIVE.sub("", words[-1])
    return " ".join(words)


def _find_topics(folded: str, begin: int, end: int, lexicon: Lexicon) -> Iterator[Span]:
    for word in lexicon.letters.begins.finditer(folded, begin, end):
        if (hit := lexicon.letters.find(folded, word.start())) and hit[1] == "topics":
            yield Span(word.start(), hit[0])


def _cut_suffix(words: list[str], lexicon: Lexicon) -> list[str]:
    """Cut off what joins a name to the word for the kind after it: `漁業者連盟の声明`, `संघ का वक्तव्य`."""
    if len(words) > 1 and fold(words[-1]) in lexicon.issuer_words:
        return words[:-1]
    endings = sorted(lexicon.issuer_words, key=len, reverse=True)
    last = words[-1] if words and words[-1].lower() == words[-1].upper() else ""
    ending = next((one for one in endings if last.endswith(one) and names_organ(last.removesuffix(one), [lexicon])), "")
    return [*words[:-1], last.removesuffix(ending)] if ending else words


def _is_office(word: str, lexicon: Lexicon) -> bool:
    hit = lexicon.addressees.find(fold(_POSSESSIVE.sub("", word)))
    return hit is not None and hit[1] == "offices"


def _read_subject(title: str, folded: str, lexicons: Sequence[Lexicon]) -> str | None:
    """Return the words before the first verb, where they are written as a name: `The Guild calls for rain`."""
    for lexicon in lexicons:
        for word in _WORD.finditer(title):
            if word.start() and _is_verb(word, title, lexicon) and lexicon.actions.find(folded, word.start()):
                before = title[: word.start()].strip()
                rows = [before] if before.isupper() else [*find_rows(before, [lexicon])]
                return rows[0] if rows and before.endswith(rows[0]) else None
    return None
