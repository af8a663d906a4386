"""Rows of fields that no locale reads as a date are told without weighing them."""

from __future__ import annotations

import itertools
import random

import pytest

from declarations.language.dates import find_dates
from declarations.language.dates.plans import can_be_date, make_plans
from declarations.model import PartialDate

ORDERS = [
    *itertools.permutations(("dmy", "mdy", "ymd", "ydm"), 1),
    *itertools.permutations(("dmy", "mdy", "ymd", "ydm"), 2),
    ("dmy", "ydm", "ymd"),
]


@pytest.mark.parametrize("length", range(1, 8))
def test_what_is_ruled_out_has_no_plan(length: int) -> None:
    """Whatever the orders of a locale, a row that is ruled out has no plan."""
    chooser = random.Random(length)
    for _ in range(600):
        key = "".join(chooser.choices("nnnYYabcMMhRr", k=length))
        plans = {plan for orders in ORDERS for plan in make_plans(key, orders, chooser.choice(ORDERS))}

        assert can_be_date(key) == bool(plans | {*make_plans(key, ())}), key


def test_names_that_can_be_months() -> None:
    """A name that is no month leaves a date a date; one that can be a month may be one."""
    assert can_be_date("wnMY")
    assert can_be_date("n?Y")
    assert not can_be_date("nwnnY")
    assert not can_be_date("MMY")
    assert can_be_date("M?Y")


def test_the_sign_of_a_longer_row_decides_nothing() -> None:
    """Hyphens farther on do not tell what slashes mean."""
    (found,) = find_dates("07/03/2025 set 2025-03-0p")

    assert found.date is None
    assert set(found.alternatives) == {PartialDate(2025, 3, 7), PartialDate(2025, 7, 3)}
