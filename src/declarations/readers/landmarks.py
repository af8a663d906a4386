"""What a region of a page is for, told by its element, its role, and the words of its class and id.

Elements and roles follow WAI-ARIA 1.2 and HTML-AAM; the words are those that site builders have been
using. A class says the least of the three, so it is asked last.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from declarations.blocks import Landmark
from declarations.parts import AFTER, class_of

__all__ = ["find_part", "landmark_of_words", "own_landmark"]

_BY_ROLE: Mapping[str, Landmark] = MappingProxyType(
    {
        "article": Landmark.ARTICLE,
        "banner": Landmark.BANNER,
        "complementary": Landmark.COMPLEMENTARY,
        "alertdialog": Landmark.DIALOG,
        "contentinfo": Landmark.CONTENTINFO,
        "dialog": Landmark.DIALOG,
        "doc-endnotes": Landmark.NOTES,
        "doc-footnote": Landmark.NOTES,
        "doc-toc": Landmark.NAVIGATION,
        "form": Landmark.FORM,
        "main": Landmark.MAIN,
        "menu": Landmark.NAVIGATION,
        "menubar": Landmark.NAVIGATION,
        "navigation": Landmark.NAVIGATION,
        "search": Landmark.SEARCH,
        "toolbar": Landmark.NAVIGATION,
    }
)
_BY_TAG: Mapping[str, Landmark] = MappingProxyType(
    {
        "article": Landmark.ARTICLE,
        "aside": Landmark.COMPLEMENTARY,
        "dialog": Landmark.DIALOG,
        "figcaption": Landmark.CAPTION,
        "form": Landmark.FORM,
        "main": Landmark.MAIN,
        "menu": Landmark.NAVIGATION,
        "nav": Landmark.NAVIGATION,
        "search": Landmark.SEARCH,
    }
)
# Only outside an article or a section (HTML-AAM, `header` and `footer`).
_BY_OUTER_TAG: Mapping[str, Landmark] = MappingProxyType({"header": Landmark.BANNER, "footer": Landmark.CONTENTINFO})

# A whole name of a class or an id. Names are compared in lower case with hyphens: `entryMeta`,
# `entry_meta` and `entry-meta` are one.
_NAMES: Mapping[Landmark, str] = MappingProxyType(
    {
        Landmark.SKIPLINK: "skip-link skiplink skip-nav skip-to-content skip-to-main screen-reader-text "
        "screen-reader-only sr-only visually-hidden visuallyhidden assistive-text",
        Landmark.BYLINE: "byline dateline entry-meta entry-date entry-byline post-meta post-date post-info "
        "post-author posted-on posted-by post-byline article-meta article-date article-info article-byline "
        "author-date meta-date published-date publish-date date-published p-author vcard pubdate timestamp",
        Landmark.POSTMETA: "postmetadata post-metadata cat-links category-links tags-links tag-links entry-footer "
        "post-footer article-footer filed-under post-tags post-categories entry-tags entry-categories entry-utility "
        "edit-link tags tag-list taglist tag-cloud tagcloud keywords article-tags article-topics author-box author-bio "
        "author-info author-profile author-card author-details author-description author-about authorbox authorbio "
        "about-author about-the-author entry-author-info post-author-box bio biography",
        Landmark.SHARING: "share sharing sharedaddy addtoany share-buttons social-share social-links social-media "
        "social-icons a2a-kit addthis sharethis post-share entry-share ssba heateor-sss-sharing-container "
        "jp-sharing social follow-us shariff sociable socials social-bar socialbar article-actions action-bar "
        "post-actions toolbar article-tools page-tools",
        Landmark.COMMENTS: "comments comment-list commentlist comment-respond respond nocomments no-comments "
        "comments-area comments-section comment-form comments-link comments-title disqus-thread comment-count "
        "kommentare commentaires comentarios commenti reacties reviews customer-reviews product-reviews",
        Landmark.RELATED: "related jp-relatedposts related-posts related-articles related-content related-news "
        "recent-posts recommended you-may-also-like read-more-posts more-posts more-news read-next similar-posts "
        "yarpp yarpp-related latest-posts latest-news most-popular most-read most-viewed mostread trending popular "
        "popular-posts recirc upsell up-next outbrain taboola trc-related-container read-also see-also-links "
        "more-stories more-articles other-articles other-news editors-picks",
        Landmark.ADVERTISEMENT: "ad ads advert adverts advertisement advertising ad-container ad-slot ad-unit "
        "ad-wrapper adsense adsbygoogle sponsor sponsors sponsored banner-ad anzeige werbung publicidad "
        "publicite reklama",
        Landmark.DIALOG: "modal modals popup popups overlay modal-window modal-dialog modal-content lightbox fancybox "
        "cookie cookies cookie-banner cookie-notice cookie-bar cookie-law cookie-law-info-bar cookie-consent consent "
        "gdpr onetrust-consent-sdk cookiebanner cmplz-cookiebanner",
        Landmark.FORM: "newsletter newsletter-signup subscribe subscription signup sign-up login login-form sign-in "
        "paywall register cta call-to-action wp-block-button",
        Landmark.CAPTION: "caption captions wp-caption-text image-caption photo-caption figure-caption img-caption "
        "media-caption picture-caption caption-text figcaption credit credits image-credit photo-credit img-credit "
        "photo-info image-meta image-description image-copyright media-credit bildunterschrift legende",
        Landmark.SEARCH: "search searchform search-form search-box searchbox site-search widget-search",
        Landmark.NAVIGATION: "nav navigation navbar menu submenu topnav mainnav mainmenu breadcrumb breadcrumbs "
        "bread-crumbs crumbs pagination pager page-links page-nav prev-next prevnext post-nav toc "
        "table-of-contents language-switcher lang-switcher language-switch lang-switch language-selector lang-selector "
        "language-picker lang-picker language-chooser language-menu lang-menu language-nav lang-nav language-list "
        "lang-list language-links languages langs lang",
        Landmark.BANNER: "banner header masthead site-header site-title site-description site-branding site-logo "
        "branding headerimg header-inner header-wrap header-wrapper global-header top-bar topbar page-top logo",
        Landmark.CONTENTINFO: "footer colophon contentinfo site-footer site-info footer-inner footer-wrap "
        "footer-wrapper global-footer page-bottom copyright legal-notice pie pie-pagina pie-de-pagina pied-de-page "
        "fusszeile rodape stopka",
        Landmark.COMPLEMENTARY: "sidebar side-bar widget widgets aside secondary widget-area left-column right-column",
        Landmark.NOTES: "footnotes endnotes footnote-list notes-list references-list easy-footnotes-wrapper "
        "wp-block-footnotes footnote-section",
        Landmark.ARTICLE: "hentry h-entry post article entry entry-content post-content post-body post-entry "
        "article-body article-content article-text story-body story-content e-content entry-body news-content "
        "single-content field-name-body node-content td-post-content",
        Landmark.MAIN: "main content site-content site-main main-content page-content primary content-area maincontent",
    }
)
# A single word inside a longer name (`footer-menu`, `widget_recent_entries`).
_WORDS: Mapping[Landmark, str] = MappingProxyType(
    {
        Landmark.BYLINE: "byline",
        Landmark.SHARING: "shares sharing sharedaddy addtoany addthis sharethis shariff socialshare",
        Landmark.COMMENTS: "comments nocomments commentlist kommentare commentaires comentarios",
        Landmark.RELATED: "relatedposts related recommended recommendations recirc trending",
        Landmark.ADVERTISEMENT: "ads advert adverts advertisement advertising adsense sponsored",
        Landmark.DIALOG: "modal popup cookie cookies consent gdpr",
        Landmark.FORM: "newsletter subscribe signup paywall",
        Landmark.CAPTION: "caption captions figcaption",
        Landmark.SEARCH: "searchform searchbox",
        Landmark.NAVIGATION: "nav navigation navbar menu breadcrumb breadcrumbs pagination pager toc",
        Landmark.CONTENTINFO: "footer colophon",
        Landmark.COMPLEMENTARY: "sidebar widget widgets",
        Landmark.BANNER: "masthead",
        Landmark.NOTES: "footnotes endnotes",
    }
)
# Words that turn the meaning of a name: `has-sidebar`, `no-comments-yet`, `menu-item-parent`.
_TURN = (
    "no has with without hide hidden page body single item layout template open closed active category tag type topic "
    "status format term parent ancestor"
)
_TURNED = frozenset(_TURN.split())

_LINES = frozenset({Landmark.BYLINE, Landmark.CAPTION, Landmark.SHARING, Landmark.NAVIGATION, Landmark.NOTES})
"""Landmarks that may be a single line."""
_LOOKS = frozenset(["article", "banner", "content", "entry", "header", "main", "post", "primary", "secondary"])
"""Names that tell of a line only how it looks."""

_RANK = {landmark: rank for rank, landmark in enumerate(_NAMES)}
_NAME_TO_LANDMARK = {name: landmark for landmark, names in _NAMES.items() for name in names.split()}
_WORD_TO_LANDMARK = {word: landmark for landmark, words in _WORDS.items() for word in words.split()}
_CAMEL = re.compile("(?<=[a-z0-9])(?=[A-Z])")
_PARTING = re.compile("[-_]+")
_PART = class_of("")
_LONGEST = 2000  # characters of a class attribute that are looked at


def own_landmark(tag: str, role: str, *, in_article: bool) -> Landmark | None:
    """Return the landmark of an element by its role or its tag; None if they say nothing.

    `in_article` is whether it stands in an article or a section, where header and footer are not those
    of the page.
    """
    for name in role.lower().split()[:1]:
        if found := _BY_ROLE.get(name):
            return found
    if found := _BY_TAG.get(tag):
        return found
    return None if in_article else _BY_OUTER_TAG.get(tag)


@lru_cache(maxsize=4096)
def landmark_of_words(words: str, *, is_line: bool = False) -> Landmark | None:
    """Return the landmark that the words of class and id speak for; the most special one wins.

    Of a line, as a paragraph, a word inside a longer name tells nothing of the page: `gdpr-intro` is a text about it.
    """
    names = (name for name in _names(words) if not (is_line and name in _LOOKS))
    found = [landmark for name in names if (landmark := _of_name(name, is_line=is_line))]
    return min(found, key=_RANK.__getitem__) if found else None


@lru_cache(maxsize=256)
def find_part(classes: str, tag: str) -> str | None:
    """Return the part that pages of this library name with a class `declaration-PART`; None without one.

    A section that has the classes of its heading, as pandoc gives it them, is the part that the heading heads.
    """
    part = next((name[len(_PART) :] for name in classes.split() if name.startswith(_PART) and name != _PART), None)
    return AFTER.get(part, part) if tag == "section" else part


def _names(words: str) -> list[str]:
    return [_PARTING.sub("-", _CAMEL.sub("-", word)).strip("-").lower() for word in words[:_LONGEST].split()]


def _of_name(name: str, *, is_line: bool) -> Landmark | None:
    bare = name.rstrip("-0123456789")
    if found := _NAME_TO_LANDMARK.get(name) or _NAME_TO_LANDMARK.get(bare):
        # `post-12` numbers an article, `main-2` numbers nothing of the kind.
        return found if name == bare or found is not Landmark.MAIN else None
    words = name.split("-")
    if not _TURNED.isdisjoint(words):
        return None
    found_words = [
        found for word in words if (found := _WORD_TO_LANDMARK.get(word)) and (found in _LINES or not is_line)
    ]
    return min(found_words, key=_RANK.__getitem__) if found_words else None
