"""Metadata sheets: localized metadata as plain text and as HTML, safe for words of every direction and origin."""

from __future__ import annotations

import html

from declarations.arguments import check_arguments
from declarations.isolation import balance, isolate
from declarations.localization.metadata import LocalizedField, LocalizedMetadata, LocalizedValue

__all__ = ["render_field_text", "render_summary_html", "render_summary_text"]


@check_arguments
def render_summary_text(metadata: LocalizedMetadata) -> str:
    """Write the fields as lines of plain text, `label: value`, several values as a list of the language.

    Words of the document stand in isolates (UAX 9) where their direction could disturb the line; white space
    in them becomes single spaces. Every line ends in a line feed.
    """
    return "".join(
        f"{field.label}{metadata.separator}{render_field_text(field, metadata)}\n" for field in metadata.fields
    )


def render_field_text(field: LocalizedField, metadata: LocalizedMetadata) -> str:
    """Write the values of one field of the metadata as `render_summary_text` does, without the label."""
    from declarations.language.lists import join_list  # noqa: PLC0415 - keeps the front door light

    values = (
        isolate(" ".join(value.text.split()), value.direction, around=metadata.direction) for value in field.values
    )
    return join_list(tuple(values), metadata.language)


@check_arguments
def render_summary_html(metadata: LocalizedMetadata) -> str:
    """Write the fields as an HTML fragment: a `dl` with one `dt` for each label and one `dd` for each value.

    Words of the document stand in `bdi` with their language and direction. Everything is escaped; there are no
    links and no scripts. The attribute `data-field` of each `dd` is the name of its field (a class such as
    `contents` could meet the styles of the page around).
    """
    lines = [
        f'<dl class="declaration-metadata" lang="{html.escape(metadata.language)}" dir="{metadata.direction}">',
        *(line for field in metadata.fields for line in _render_field_html(field)),
        "</dl>",
    ]
    return "".join(f"{line}\n" for line in lines)


def _render_field_html(field: LocalizedField) -> list[str]:
    values = [f'<dd data-field="{html.escape(field.name)}">{_render_value_html(value)}</dd>' for value in field.values]
    return [f"<dt>{html.escape(field.label)}</dt>", *values]


def _render_value_html(value: LocalizedValue) -> str:
    text = html.escape(balance(" ".join(value.text.split())))
    if value.direction is None and value.language is None:
        return text
    language = f' lang="{html.escape(value.language)}"' if value.language else ""
    return f'<bdi{language} dir="{html.escape(value.direction or "auto")}">{text}</bdi>'
