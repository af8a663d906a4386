"""How documents are named and laid out: the neutral profile, and that of the United Nations (AKN4UN)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import attrs

from declarations.errors import ValidationError
from declarations.model import DateRange, DeclarationKind, PartialDate, parse_edtf
from declarations.records.akn.vocabulary import STATEMENTS

__all__ = ["NEUTRAL", "PROFILES", "Naming", "Profile"]

_COUNTRY = re.compile("[a-z]{2}(?:-[a-z0-9]{1,8})?")
_STEP = re.compile(r"[A-Za-z][\w.-]{0,60}")
_BASE = re.compile(r"https?://[A-Za-z0-9.-]+(?::[0-9]{1,5})?(?:/[A-Za-z0-9._~-]+)*")


@attrs.frozen(kw_only=True)
class Profile:
    """A way of writing the same declaration that institutions have agreed on."""

    name: str
    """What callers write."""
    country: str = "xx"
    """Code of the jurisdiction, if none is given: one that ISO 3166-1 leaves to users, since the model has none."""
    types: Mapping[str, str] = MappingProxyType({})
    """What stands in IRIs instead of the kind, by the element of the document."""
    enacting: str = "enactingAuthority"
    """Name of the formula that says who acts."""
    has_cover: bool = False
    """Whether numbers, authorities, place and meeting stand on a cover, before the preface."""
    roles: Mapping[str, str] = MappingProxyType({})
    """Names of classes of the ontology instead of ours."""


NEUTRAL = Profile(name="neutral")
"""Names by the naming convention alone (OASIS, akn-nc 1.0)."""
_UNITED_NATIONS = Profile(
    name="akn4un",
    country="un",
    types=MappingProxyType({"statement": "deliberation", "doc": "communication"}),
    enacting="enactingFormula",
    has_cover=True,
    roles=MappingProxyType(
        {
            "issuer": "issuingBody",
            "adopted": "adoptionDate",
            "issued": "dateOfIssuance",
            "for": "inFavour",
        }
    ),
)
PROFILES: Mapping[str, Profile] = MappingProxyType({one.name: one for one in (NEUTRAL, _UNITED_NATIONS)})
"""Every profile by its name."""


_CHECKS = {
    "country": (_COUNTRY, "two letters in lower case, such as `un` or `ch`"),
    "actor": (_STEP, "letters, digits and hyphens, such as `ga`"),
    "base": (_BASE, "an address without a slash at its end, such as `https://law.example`"),
}


@attrs.frozen(kw_only=True)
class Naming:
    """What IRIs are made of that a declaration does not say."""

    profile: Profile = NEUTRAL
    """How documents are laid out."""
    country: str = attrs.field(default=attrs.Factory(lambda self: self.profile.country, takes_self=True))
    """Code of the jurisdiction: ISO 3166-1 in lower case, or `un`."""
    actor: str | None = None
    """Who acts, as IRIs name them (`ga`): then all languages of an act are one work; else the first issuer."""
    base: str = ""
    """What stands before the IRIs: `https://law.example`."""
    date: PartialDate | DateRange | None = None
    """Date of the work; that of the act if none is given."""
    markup_date: PartialDate | DateRange | None = None
    """Day of the markup; it is not known if none is given."""

    def name_type(self, kind: DeclarationKind) -> tuple[str, str]:
        """Return the element of the document for a kind, and what IRIs call it."""
        tag = "statement" if kind in STATEMENTS else "doc"
        return tag, self.profile.types.get(tag, kind.value)

    @classmethod
    def of(cls, options: Mapping[str, str]) -> Naming:
        """Make it of options by their names, as they are given on a command line.

        Raises `ValidationError` for an option that is unknown, or cannot be used.
        """
        known = [field.name for field in attrs.fields(cls)]
        for name in options:
            if name not in known:
                raise ValidationError(f"Akoma Ntoso has no option {name!r}", hint=f"choose one of: {', '.join(known)}")
        values: dict[str, Any] = dict(options)
        if (profile := options.get("profile")) is not None:
            if profile not in PROFILES:
                raise ValidationError(f"there is no profile {profile!r}", hint=f"choose one of: {', '.join(PROFILES)}")
            values["profile"] = PROFILES[profile]
        for name in ("date", "markup_date"):
            if name in values:
                values[name] = parse_edtf(values[name])
        return cls(**values)

    def __attrs_post_init__(self) -> None:
        for name, (pattern, example) in _CHECKS.items():
            value = getattr(self, name)
            if (value or name == "country") and not pattern.fullmatch(value):
                raise ValidationError(f"{value!r} cannot be the {name} of IRIs", hint=f"give {example}")
