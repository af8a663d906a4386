"""What the shell offers when Tab is pressed: formats and locales."""

from __future__ import annotations

from declarations.formats import FORMATS

__all__ = ["complete_format", "complete_locale", "complete_target"]


def complete_format(incomplete: str) -> list[str]:
    """Offer the formats that can be read."""
    return [format.name for format in FORMATS if format.is_readable and format.name.startswith(incomplete)]


def complete_target(incomplete: str) -> list[str]:
    """Offer the formats that can be written."""
    return [format.name for format in FORMATS if format.is_writable and format.name.startswith(incomplete)]


def complete_locale(incomplete: str) -> list[str]:
    """Offer the locales of CLDR."""
    from declarations.language.locales import available_locales  # noqa: PLC0415 - the other commands need no Babel

    return [tag for tag in available_locales() if tag.startswith(incomplete)]
