"""Whom a letter or motion speaks to: lines before the text, greetings, titles of open letters."""

from __future__ import annotations

import pytest

import declarations
from declarations import Reading
from declarations.inspection import FindingCode, Part
from declarations.model import AgentKind

PROSE = (
    "The mill pond has been closed since March, and all of us who live beside it have waited for a word from the town."
)
ASK = "We ask you to open it again before the summer, and to tell us what the works will cost."

LETTERS = {
    "ar": ("رسالة مفتوحة إلى رئيس البلدية: افتحوا البركة", ["رئيس البلدية"]),
    "bn": ("মেয়রের প্রতি খোলা চিঠি", ["মেয়রের"]),
    "de": ("Offener Brief an die Bundesregierung: Öffnet den Teich", ["Bundesregierung"]),
    "el": ("Ανοιχτή επιστολή προς τον Δήμαρχο για τη λίμνη", ["Δήμαρχο"]),
    "en": ("Open letter to the Mayor of Milton on the pond", ["Mayor of Milton"]),
    "es": ("Carta abierta a la Alcaldesa de Molinos sobre el estanque", ["Alcaldesa de Molinos"]),
    "fa": ("نامه سرگشاده به شهردار آسیاب", ["شهردار آسیاب"]),
    "fr": ("Lettre ouverte à la maire de Moulins", []),
    "he": ("מכתב פתוח אל ראש העיר", ["ראש העיר"]),
    "hi": ("महापौर के नाम खुला पत्र", ["महापौर"]),
    "id": ("Surat terbuka kepada Bupati Kincir tentang kolam", ["Bupati Kincir"]),
    "it": ("Lettera aperta al Sindaco di Mulini: riaprite lo stagno", ["Sindaco di Mulini"]),
    "ja": ("水車町長への公開書簡", ["水車町長"]),
    "ko": ("물방앗간 시장에게 보내는 공개서한", ["물방앗간 시장"]),
    "nl": ("Open brief aan de Burgemeester van Molendam over de vijver", ["Burgemeester van Molendam"]),
    "pl": ("List otwarty do Burmistrza Młynowa w sprawie stawu", ["Burmistrza Młynowa"]),
    "pt": ("Carta aberta ao Prefeito de Moinhos sobre a lagoa", ["Prefeito de Moinhos"]),
    "ro": ("Scrisoare deschisă către Primarul Morilor privind iazul", ["Primarul Morilor"]),
    "ru": ("Открытое письмо Президенту Мельничной республики о пруде", ["Президенту Мельничной республики"]),
    "sv": ("Öppet brev till Borgmästaren i Kvarnby om dammen", ["Borgmästaren i Kvarnby"]),
    "sw": ("Barua ya wazi kwa Waziri wa Maji kuhusu bwawa", ["Waziri wa Maji"]),
    "tr": ("Değirmen Belediye Başkanlığına Açık Mektup", ["Değirmen Belediye Başkanlığına"]),
    "uk": ("Відкритий лист до Голови Млинівської громади щодо ставу", ["Голови Млинівської громади"]),
    "vi": ("Thư ngỏ gửi Chủ tịch xã Cối Xay về cái ao", ["Chủ tịch xã Cối Xay"]),
    "zh": ("致磨坊镇政府的公开信：请重开池塘", ["磨坊镇政府"]),
}
"""A title in every language that has a lexicon, and whom it names."""

GREETINGS = {
    "ar": ("معالي الوزير،", ["معالي الوزير"]),
    "bn": ("মাননীয় মেয়র,", ["মাননীয় মেয়র"]),
    "de": ("Sehr geehrte Frau Bürgermeisterin,", ["Frau Bürgermeisterin"]),
    "el": ("Αξιότιμε κύριε Δήμαρχε,", ["κύριε Δήμαρχε"]),
    "en": ("Dear Mayor Reed, dear Councillors,", ["Mayor Reed", "Councillors"]),
    "es": ("Estimada señora Alcaldesa:", ["señora Alcaldesa"]),
    "fa": ("جناب آقای شهردار،", ["جناب آقای شهردار"]),
    "fr": ("Madame la Maire,", ["Madame la Maire"]),
    "he": ("לכבוד ראש העיר,", ["ראש העיר"]),
    "hi": ("माननीय महापौर,", ["माननीय महापौर"]),
    "id": ("Yang terhormat Bupati,", ["Bupati"]),
    "it": ("Egregio Sindaco,", ["Sindaco"]),
    "ja": ("水車町長 殿", ["水車町長"]),
    "ko": ("존경하는 시장님,", ["시장님"]),
    "nl": ("Geachte Burgemeester,", ["Burgemeester"]),
    "pl": ("Szanowny Panie Burmistrzu,", ["Panie Burmistrzu"]),
    "pt": ("Prezado Prefeito,", ["Prefeito"]),
    "ro": ("Stimate Domnule Primar,", ["Domnule Primar"]),
    "ru": ("Уважаемый Пётр Мельник!", ["Пётр Мельник"]),
    "sv": ("Bästa Borgmästare,", ["Borgmästare"]),
    "sw": ("Mheshimiwa Waziri,", ["Mheshimiwa Waziri"]),
    "tr": ("Sayın Başkan,", ["Başkan"]),
    "uk": ("Шановний Голово громади!", ["Голово громади"]),
    "vi": ("Kính gửi Chủ tịch xã,", ["Chủ tịch xã"]),
    "zh": ("尊敬的市长：", ["市长"]),
}
"""A greeting in every language that has a lexicon, and whom it greets."""


def read(*blocks: str, language: str = "en") -> Reading:
    """Read paragraphs, the first of which is the title."""
    title, *rest = blocks
    return declarations.examine("\n\n".join((f"# {title}", *rest)), format="markdown", language=language)


def names(reading: Reading) -> list[str]:
    """Give the names of the addressees."""
    return [agent.name for agent in reading.declaration.addressees]


@pytest.mark.parametrize("language", LETTERS)
def test_a_title_names_whom_a_letter_speaks_to(language: str) -> None:
    """The name stands before or behind the word for a letter, up to a colon or the topic."""
    title, expected = LETTERS[language]
    reading = read(title, PROSE, ASK, language=language)
    assert names(reading) == expected
    assert reading.declaration.title == title
    assert not {agent.name for agent in reading.declaration.issuers} & set(expected)


@pytest.mark.parametrize("language", GREETINGS)
def test_a_greeting_is_masthead(language: str) -> None:
    """Its words are held by the addressees, and it is no paragraph of the context."""
    greeting, expected = GREETINGS[language]
    reading = read("The Mill Pond", greeting, PROSE, ASK, language=language)
    assert names(reading) == expected
    (judgement,) = [one for one in reading.judgements if one.block.text.text == greeting]
    assert judgement.part is Part.MASTHEAD
    assert greeting not in [str(clause.text) for clause in reading.declaration.context]
    told = [one.excerpt for one in reading.findings if one.code is FindingCode.UNCLAIMED_TEXT]
    assert greeting not in told


def test_lines_before_the_text() -> None:
    """`To the …` names an addressee a line; neither is the issuer, although both are organs."""
    reading = read("Motion on the Pond", "To the Mayor of Milton", "To the Town Council", PROSE, ASK)
    assert names(reading) == ["Mayor of Milton", "Town Council"]
    assert reading.declaration.issuers == ()
    assert reading.declaration.addressees[1].kind is AgentKind.BODY
    assert reading.declaration.subtitle is None


def test_names_behind_a_colon() -> None:
    """Names stand behind `To:`, on the same line, on the next ones, or as a list."""
    assert names(read("On the Pond", "To: Ada Reed, Mayor of Milton", PROSE)) == ["Ada Reed, Mayor of Milton"]
    assert names(read("On the Pond", "To:", "The Board of the Mill", PROSE)) == ["The Board of the Mill"]
    assert names(read("On the Pond", "To:", "- Ada Reed, Mayor\n- Bo Marsh, Clerk", PROSE)) == [
        "Ada Reed, Mayor",
        "Bo Marsh, Clerk",
    ]


def test_an_envelope() -> None:
    """Behind the name stand lines with an address, which name nobody."""
    envelope = "To the Minister of Water\\\nPond House\\\n12 Mill Road"
    assert names(read("On the Pond", envelope, PROSE)) == ["Minister of Water"]


def test_an_envelope_above_a_greeting() -> None:
    """Name and office stand on lines of their own above the greeting, which adds nobody and takes no issuer away."""
    envelope = "H.E. Ada Reed\\\nMinister of Water\\\nPond House, 12 Mill Road"
    reading = read("On the Pond", "5 May 2024", envelope, "Your Excellency,", PROSE, ASK)
    assert names(reading) == ["H.E. Ada Reed, Minister of Water"]
    assert reading.declaration.issuers == ()


def test_a_greeting_that_repeats_the_name_is_one_addressee() -> None:
    """Of two names one of which is part of the other the longer one is kept."""
    reading = read("Open letter to Mayor Ada Reed", "Dear Mayor Ada Reed,", PROSE, ASK)
    assert names(reading) == ["Mayor Ada Reed"]


def test_a_labelled_field_names_addressees() -> None:
    """What we write ourselves is read back."""
    assert names(read("On the Pond", "Issuer: Guild of Bakers\\\nAddressee: Ada Reed (AR)", PROSE)) == ["Ada Reed"]


def test_nobody_in_particular() -> None:
    """A greeting without a name is masthead, and nobody is addressed."""
    reading = read("On the Pond", "To whom it may concern:", PROSE, ASK)
    assert names(reading) == []
    assert "To whom it may concern:" not in [clause.text for clause in reading.declaration.context]


@pytest.mark.parametrize(
    "line",
    [
        "To open the pond again",
        "To Build a Better Mill",
        "To the best of our knowledge the pond is deep.",
        "Dear is the pond to all of us who live beside the old mill and its wheel, and dear it will stay.",
        "Mr Reed spoke for the mill",
    ],
)
def test_other_lines_address_nobody(line: str) -> None:
    """A preposition before a verb, a sentence, and a title in the middle of a line are no address."""
    assert names(read("On the Pond", line, PROSE, ASK)) == []


def test_greetings_in_the_middle_are_text() -> None:
    """Behind the first paragraphs a line in direct speech stays where it is."""
    reading = read("On the Pond", PROSE, PROSE, "Dear Mayor,", ASK)
    assert names(reading) == []


def test_addressees_are_never_issuers() -> None:
    """A body that is asked to act in every resolution is not who speaks."""
    asked = [f"{number}. The Pond Authority shall open the sluice number {number}." for number in range(1, 6)]
    reading = read("Open letter to the Pond Authority", PROSE, "\n".join(asked))
    assert names(reading) == ["Pond Authority"]
    assert "Pond Authority" not in [agent.name for agent in reading.declaration.issuers]
