"""Which number is the day, the month, the year: told by how many digits it has, where it stands, and the locale."""

from __future__ import annotations

from functools import lru_cache
from itertools import combinations
from typing import TypeAlias

__all__ = ["Plan", "can_be_date", "keep_places", "make_plans"]

Plan: TypeAlias = str
"""The part that each token of a key plays: `y`, `m`, `d` of the first date, `Y`, `M`, `D` of a second, `-` none."""

_FIXED = {"a": "y", "b": "m", "c": "d", "M": "m", "Y": "y"}
_ORDERS = ("dmy", "mdy", "ymd", "ydm")
"""All orders that patterns of CLDR have; no one prints month, year, day."""
_WORLD_ORDERS = ("dmy", "mdy", "ymd")
_RAREST = ("ydm",)
_LINKS = "Rrh"


@lru_cache(maxsize=4096)
def make_plans(key: str, orders: tuple[str, ...], range_orders: tuple[str, ...] = ()) -> tuple[Plan, ...]:
    """Return the ways to read a row of fields; none if it is no date, several if the order is not known.

    A key has one letter for each token: `n` a number up to two digits, `Y` a longer one, `a`, `b`, `c` numbers
    marked as year, month and day, `M` a month, `h` a hyphen, `R` a dash, `r` a linking word. `orders` are those
    of the locale, such as `dmy`, and `range_orders` those of its intervals; none if it is not known.
    """
    numbers = key.strip("h")
    if numbers.count("h") == 2 and set(numbers) <= set("nYh"):
        return _single(key, orders)  # 2025-03-07, 7-3-2025
    if numbers in ("Yhn", "nhY"):
        return _single(key, orders)
    borders = [index for index, code in enumerate(key) if code in _LINKS]
    for links in ("R", "Rr", "Rrh"):
        cuts = [index for index in borders if key[index] in links and _is_border(key, index)]
        if len(cuts) == 1 and (plans := _range(key, cuts[0], (*range_orders, *orders))):
            return plans
    return _single(key, orders) if "R" not in key else ()


@lru_cache(maxsize=16_384)
def can_be_date(outline: str) -> bool:
    """Return whether some locale can read a row of fields as a date.

    An outline is a key that has `w` for a name that is no month too, and `?` for what can be either.
    """
    places = [place for place, code in enumerate(outline) if code == "?"]
    return any(_has_plan(outline, months) for count in range(3) for months in combinations(places, count))


def _has_plan(outline: str, months: tuple[int, ...]) -> bool:
    """Return whether an outline has a plan if the names at some places, and no others that are open, are months."""
    key = "".join(
        "M" if place in months else code for place, code in enumerate(outline) if place in months or code not in "w?"
    )
    keys = {key} if len(key) == len(outline) else {key, "".join(key[place] for place in keep_places(key))}
    # what any order of fields allows is allowed without one, but for the order that no rule of thumb has
    return any(make_plans(one, ()) or make_plans(one, _RAREST) for one in keys)


@lru_cache(maxsize=4096)
def keep_places(key: str) -> tuple[int, ...]:
    """Return the places of a key without the dashes that only set off a day of the week."""
    last = len(key) - 1
    return tuple(place for place, code in enumerate(key) if code != "R" or (0 < place < last and key[place + 1] != "R"))


def _is_border(key: str, index: int) -> bool:
    """Return whether a hyphen can be the border of two dates: it stands between two numbers, as in `9-11 July`."""
    return key[index] != "h" or not {"M"} & {*key[index - 1 : index], *key[index + 1 : index + 2]}


def _single(key: str, orders: tuple[str, ...]) -> tuple[Plan, ...]:
    plans = _assign(_clean(key), orders)
    return tuple(_spread(plan, key) for plan in plans if "y" in plan)


def _clean(key: str) -> str:
    return "".join(code for code in key if code not in _LINKS)


def _spread(plan: Plan, key: str) -> Plan:
    """Return the tokens that only link no part."""
    parts = iter(plan)
    return "".join("-" if code in _LINKS else next(parts) for code in key)


def _range(key: str, cut: int, orders: tuple[str, ...]) -> tuple[Plan, ...]:
    left, right = _clean(key[:cut]), _clean(key[cut + 1 :])
    pairs = _pair(left, right, orders)
    return tuple(
        f"{_spread(one, key[:cut])}-{_spread(two, key[cut + 1 :]).upper()}"
        for one, two in dict.fromkeys(pairs)
        if "y" in one + two and _is_even(one, two)
    )


def _is_even(one: Plan, two: Plan) -> bool:
    """Return whether each half says its year, or both end in the same unit."""
    return ("y" in one and "y" in two) or _unit(one) == _unit(two)


def _unit(plan: Plan) -> str:
    return next(part for part in "dmy" if part in plan)


def _pair(left: str, right: str, orders: tuple[str, ...]) -> list[tuple[Plan, Plan]]:
    """Read two halves, of which one may leave out what the other says."""
    if not left or not right:
        return []
    has_left, has_right = "Y" in left or "a" in left, "Y" in right or "a" in right
    if has_right and not has_left:
        wholes = _assign(right, orders, has_month=bool(set(left) & set("Mb")) and not set(right) & set("Mb"))
        halves = {whole: _head(left, right, whole, orders) for whole in wholes}
        return [(half, whole) for whole, some in halves.items() for half in some]
    if has_left and not has_right:
        wholes = _assign(left, orders, has_month=bool(set(right) & set("Mb")) and not set(left) & set("Mb"))
        halves = {whole: _tail(right, left, whole, orders) for whole in wholes}
        return [(whole, half) for whole, some in halves.items() for half in some]
    return [(one, two) for one in _assign(left, orders) for two in _assign(right, orders) if sorted(one) == sorted(two)]


def _head(half: str, key: str, plan: Plan, orders: tuple[str, ...]) -> tuple[Plan, ...]:
    """Read a first half as the beginning of the second, if it looks like it: `9` before `11 July 2014`."""
    return (plan[: len(half)],) if key.startswith(half) else _assign(half, orders)


def _tail(half: str, key: str, plan: Plan, orders: tuple[str, ...]) -> tuple[Plan, ...]:
    """Read a second half as the end of the first: `9日` after `2025年3月7日`."""
    return (plan[-len(half) :],) if key.endswith(half) else _assign(half, orders)


def _assign(key: str, orders: tuple[str, ...], *, has_month: bool = False) -> tuple[Plan, ...]:
    """Return each number a part; the letters that say themselves what they are keep it."""
    fixed = [_FIXED.get(code, "") for code in key]
    if len(set(filter(None, fixed))) < len([part for part in fixed if part]):
        return ()
    free = fixed.count("")
    missing = [part for part in "ymd" if part not in fixed and not (part == "m" and has_month)]
    if free > len(missing):
        return ()
    plans = (_fill(fixed, some) for some in _choices(missing, free, fixed, orders))
    return tuple(dict.fromkeys(plan for plan in plans if len(plan) < 3 or plan in _ORDERS))


def _choices(missing: list[str], free: int, fixed: list[str], orders: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Which parts the numbers without a sign can play, in the order in which they stand."""
    if free == 0:
        return [()]
    if free == 1:
        return [(_only(missing, fixed),)]
    wanted = missing if free == len(missing) else [part for part in missing if part != "y"]
    fits = [order for order in orders if _agrees(order, fixed)]
    if not fits and not any(fixed):
        fits = [*orders]
    if not fits and "m" not in wanted:  # beside a month in letters, a year of two digits comes last
        fits = ["dmy"]
    world = [order for order in _WORLD_ORDERS if _agrees(order, fixed)] or _WORLD_ORDERS
    return list(dict.fromkeys(tuple(part for part in order if part in wanted) for order in fits[:1] or world))


def _only(missing: list[str], fixed: list[str]) -> str:
    """The part of a single number: the day beside a month or alone, the month beside a year."""
    return "m" if "y" in fixed and "m" in missing else "d" if "d" in missing else missing[0]


def _agrees(order: str, fixed: list[str]) -> bool:
    """Return whether an order has the parts that are known where they stand."""
    return len(order) == len(fixed) and all(not part or part == order[index] for index, part in enumerate(fixed))


def _fill(fixed: list[str], free: tuple[str, ...]) -> Plan:
    parts = iter(free)
    return "".join(part or next(parts) for part in fixed)
