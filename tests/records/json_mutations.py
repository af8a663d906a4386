"""Ways to spoil a JSON record: values of the wrong kind, unknown, missing, doubled and misplaced parts.

Each takes a copy of a record, spoils it in one place and leaves the rest as it is; it may still be a declaration.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

from declarations.records.xml_vocabulary import VOCABULARY
from tests.records.spoilt_values import STRINGS, VALUES

__all__ = ["mutate_json", "mutate_json_everywhere"]

_NAMES = [name for places in VOCABULARY.values() for name in places]

Place = tuple[Any, Any]
"""A container and a key or index in it."""


def find_places(value: Any) -> Iterator[Place]:
    """Give every place in a JSON value."""
    if isinstance(value, dict | list):
        for key, held in list(value.items() if isinstance(value, dict) else enumerate(value)):
            yield value, key
            yield from find_places(held)


def _delete(place: Place, _random: Random) -> None:
    del place[0][place[1]]


def _double(place: Place, _random: Random) -> None:
    owner, key = place
    if isinstance(owner, list):
        owner.insert(key, copy.deepcopy(owner[key]))
    else:
        owner[f"{key}s"] = owner[key]


def _rename(place: Place, random: Random) -> None:
    owner, key = place
    if isinstance(owner, dict):
        owner[random.choice((*_NAMES, key.upper(), f"{key}\n", ""))] = owner.pop(key)


def _edit(place: Place, random: Random) -> None:
    owner, key = place
    value = owner[key]
    if isinstance(value, str):
        cut = random.randint(0, len(value))
        owner[key] = random.choice((value[:cut] + random.choice(STRINGS) + value[cut:], value[:cut], value[cut:]))
    elif isinstance(value, int | float):
        owner[key] = random.choice((value + 1, value - 1, float(value), -value, str(value)))
    else:
        owner[key] = [value] if random.random() < 0.5 else list(value)


def _replace(place: Place, random: Random) -> None:
    owner, key = place
    owner[key] = copy.deepcopy(random.choice(VALUES))


def _add(place: Place, random: Random) -> None:
    owner, _ = place
    value = copy.deepcopy(random.choice(VALUES))
    if isinstance(owner, list):
        owner.append(value)
    else:
        owner[random.choice((*_NAMES, "marks", "target", "new"))] = value


_JSON: tuple[Callable[[Place, Random], None], ...] = (_delete, _double, _rename, _edit, _replace, _replace, _add)


def mutate_json(data: dict[str, Any], random: Random) -> dict[str, Any]:
    """Give a copy of a JSON record that is spoilt in one place, or also in a part of another record put into it."""
    spoilt = copy.deepcopy(data)
    places = list(find_places(spoilt))
    place = random.choice(places)
    if random.random() < 0.1:
        other, key = random.choice(places)
        place[0][place[1]] = copy.deepcopy(other[key])
    else:
        random.choice(_JSON)(place, random)
    return spoilt


def mutate_json_everywhere(data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Give copies of a JSON record: every place deleted, doubled, and filled with every other value."""
    random = Random(0)
    changes: list[Callable[[Place], None]] = [
        lambda place: _delete(place, random),
        lambda place: _double(place, random),
        *(lambda place, value=value: place[0].__setitem__(place[1], copy.deepcopy(value)) for value in VALUES),
    ]
    for number in range(len(list(find_places(data)))):
        for change in changes:
            spoilt = copy.deepcopy(data)
            change(list(find_places(spoilt))[number])
            yield spoilt
