"""Prose without dates, in five languages, and with the numbers that are none."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["PROSE", "repeat"]

_ENGLISH = """The keeper of the lower lock may march her sheep along the bank, but she may not sell them there. Whoever
comes by boat is asked to wait until the gates stand open; two bells mean that the water is even. In the second week of
every month the sluices are cleaned, and the whole crew sits down to soup on the quay. Nobody remembers who carved the
bench by the mill, though many claim that their own uncle did. To this day a child who can name the seven wells of the
hill gets a bun for nothing, and the baker says that it has never made him poorer. """

_FRENCH = """Le passeur du vieux pont garde une clef que personne ne lui a jamais demandée. Il marche à pas lents, il
compte les barques, et quand la brume se lève il allume une lampe au bout de la jetée. On dit au village que la rivière
rend toujours ce qu'elle prend, un sabot, une rame, parfois une chanson. Les deux sœurs du moulin ont juré de n'ouvrir
la vanne qu'au premier chant du coq, et depuis lors les meuniers d'en bas dorment moins bien. """

_RUSSIAN = """Сторож у мельницы каждый вечер зажигает фонарь и считает лодки, хотя их всегда ровно пять. Дети бегут к
берегу, потому что старик рассказывает о рыбе, которая умела звонить в колокол. Никто не знает, правда ли это, но все
слушают до конца. В третий день недели на площади пекут хлеб, и запах его доходит до самого леса, где живут тихие люди.
Говорят, что дорога туда длиннее, чем обратно, и что обратно ещё никто не спешил. """

_ARABIC = """يجلس حارس البئر عند الباب ويعدّ الدلاء كل مساء، ولا يسأله أحد عن سبب ذلك. تقول العجوز إن الماء يعرف من
يحبه، وإن من يشرب على عجل يعود إليه العطش قبل أن يبلغ السوق. في أول الأسبوع يجتمع أهل الحيّ فيصلحون الجدار حجرًا بعد حجر،
ثم يأكلون خبزًا وزيتونًا تحت شجرة واحدة تكفي ظلالها للجميع. """

_CHINESE = """渡口的老人每天傍晚點燈,數一數岸邊的小船,然後坐在石階上聽水聲。孩子們都說他認識河裏的每一條魚,他只是笑笑。
磨坊的兩姊妹約好了,不等雞叫就不開閘門,所以下游的人總是睡得遲一些。山上有七口井,誰能說出它們的名字,麵包師就送他一個熱饅頭,
從來不問他是哪一家的人。日子過得很慢,可是沒有人覺得太長。"""

_NUMBERS = """Version 2.14.3 of the ledger lists 2016 boats, room 2024, and 1,250 nets at 19.99 each; see A/RES/78/1 and
S/2019/321 (2019), items 3-5, 7/8 and 12:30. Call 555-2020 or +41 22 1999 2001. In 2015 the harbour had 12 cranes, 4/5
of them older than 1950; by 2021 there were 14. The ratio is 16/9, the part number 03-1998-X, the page 2003, the score
2–1, the pin 1848, the chapter 10.1.2011a. The budget for 2022/23 may rise by 3.5 per cent, to 2030 units. """

PROSE: Mapping[str, str] = {
    "English": _ENGLISH,
    "French": _FRENCH,
    "Russian": _RUSSIAN,
    "Arabic": _ARABIC,
    "Chinese": _CHINESE,
    "years alone and other numbers": _NUMBERS,
}
"""Texts by what they hold."""


def repeat(text: str, length: int) -> str:
    """Repeat a text until it has a length in characters."""
    return (text * (length // len(text) + 1))[:length]
