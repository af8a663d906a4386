"""What differs between scripts: ends of sentences and clauses, and the number of words."""

from __future__ import annotations

import unicodedata

import pytest
import regex

from declarations import examine
from declarations.scripts import CLAUSE_ENDS, SENTENCE_ENDS, count_words, find_end, has_words

SENTENCES = {
    "Khmer": "ក្រុមប្រឹក្សាសម្រេចបើកឡចំហុយនៅពេលព្រឹក។",
    "Tibetan": "ཚོགས་འདུས་ཀྱིས་བག་ལེབ་ཀྱི་གོང་ཚད་གཏན་འབེབས་བྱེད།",
    "Burmese": "ကောင်စီက မုန့်ဖိုများကို နံနက်တွင် ဖွင့်ရန် ဆုံးဖြတ်သည်။",
    "Ethiopic": "ምክር ቤቱ የዳቦ ዋጋ እንዲቀንስ ወሰነ።",
    "Armenian": "Խորհուրդը որոշում է բացել փռերը լուսադեմին։",
    "Devanagari": "परिषद रोटी का मूल्य घटाने का निर्णय करती है।",
    "Arabic": "يقرر المجلس فتح المخابز عند الفجر؟",
    "Urdu": "کونسل نے تندور صبح کھولنے کا فیصلہ کیا۔",
    "Chinese": "理事会决定在黎明时打开烤炉。",
    "Mongolian": "ᠵᠥᠪᠯᠡᠯ ᠰᠢᠢᠳᠪᠡᠷᠢᠯᠡᠪᠡ᠃",
}


def _list(name: str) -> set[str]:
    """Return the characters of a property of Unicode."""
    has = regex.compile(rf"\p{{{name}}}").match
    return {char for char in map(chr, range(0x10000)) if not 0xD800 <= ord(char) < 0xE000 and has(char)}


def test_the_tables_are_those_of_unicode() -> None:
    """Sentences and clauses end as Unicode says, but for a few characters that are used otherwise."""
    sentence, terminal = _list("Sentence_Terminal"), _list("Terminal_Punctuation")
    assert SENTENCE_ENDS - sentence == set("…།༎༏༐༑༒៚")
    assert CLAUSE_ENDS - terminal == {"\u00b7"}  # how the ano teleia of Greek is written in NFC
    missing = (sentence | terminal) - SENTENCE_ENDS - CLAUSE_ENDS
    old = {char for char in missing if unicodedata.ucd_3_2_0.category(char) != "Cn"}  # a new Unicode changes nothing
    assert old == {"\u037e", "\u0387", "፡", "․"}  # canonical equivalents, a space of Ethiopic, a leader


@pytest.mark.parametrize("script", SENTENCES)
def test_sentences_end_in_every_script(script: str) -> None:
    """The end of a sentence is seen, also before a closing quotation mark."""
    assert find_end(SENTENCES[script]) in SENTENCE_ENDS
    assert find_end(f"“{SENTENCES[script]}”") in SENTENCE_ENDS


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("The council decides to open the ovens at dawn.", 8, 9),
        ("理事会决定在黎明时打开烤炉", 5, 8),
        ("สภาเมืองตัดสินใจเปิดเตาอบในเวลาเช้ามืดเพื่อให้ประชาชนมีขนมปังกินทุกวัน", 12, 22),
        ("ཚོགས་འདུས་ཀྱིས་བག་ལེབ་ཀྱི་གོང་ཚད་གཏན་འབེབས་བྱེད།", 10, 14),
        ("ምክር፡ቤቱ፡የዳቦ፡ዋጋ፡እንዲቀንስ፡ወሰነ", 5, 7),
        ("", 0, 0),
    ],
)
def test_words_are_counted_where_no_space_parts_them(text: str, least: int, most: int) -> None:
    """Scripts without spaces count about as many words as a reader does."""
    size = count_words(text)
    assert least <= size <= most
    assert has_words(text, size)
    assert not has_words(text, size + 1)


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        (
            "zh",
            "考虑到面包价格在过去一年之内上涨了一倍以上，而磨坊的关闭使那里的大多数居民失去了工作，",
            "并且没有人听取过面包师的意见，",
        ),
        (
            "ja",
            "パンの価格がこの一年で二倍以上に上昇し、製粉所の閉鎖により多くの住民が職を失ったことを考慮し、",
            "製パン業者の意見が聞かれていないことに留意し、",
        ),
    ],
)
def test_a_line_break_cuts_no_paragraph_of_prose(language: str, first: str, second: str) -> None:
    """One `<br>` inside a paragraph of Chinese or Japanese prose cuts it no more than it would cut an English one."""
    page = f"<html lang={language}><h1>2024</h1><p>{first}<br>{second}</p></html>"
    texts = [one.block.text.text for one in examine(page, format="html").judgements]
    assert f"{first}\n{second}" in texts
