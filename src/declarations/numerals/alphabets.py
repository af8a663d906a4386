"""The letters with which lists count, script by script, in their order there.

Lists seldom use a whole alphabet: Russian ones leave out ё, й, ъ, ы and ь, Italian ones j and k, Thai ones
the two letters that fell out of use. Such a choice is an alphabet of its own here; the usual one stands first.
Sources: CSS Counter Styles Level 3 and the Ready-made Counter Styles of the W3C, GOST 2.105, and printed laws.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import attrs

__all__ = ["LOOKALIKES", "Alphabet", "all_alphabets", "find_alphabet"]


@attrs.frozen
class Alphabet:
    """Letters that count 1, 2, 3 …; after the last they are doubled, as in z, aa, bb."""

    name: str
    """Its name, the same for both cases: `latin`, `russian`, `katakana`."""
    style: str
    """Counter style, by the name that CSS has for it if it has one."""
    letters: tuple[str, ...]
    """The letters in order; a few are digraphs."""
    rank: int
    """How far after the usual alphabet of its style it stands; 0 for the usual one."""

    @property
    def reach(self) -> int:
        """The largest number it can write."""
        is_simple = self.style not in _FIXED and all(len(letter) == 1 for letter in self.letters)
        return len(self.letters) * (MOST_REPEATS if is_simple else 1)

    def format(self, number: int) -> str | None:
        """Write a number; None beyond the reach."""
        if not 0 < number <= self.reach:
            return None
        repeats, place = divmod(number - 1, len(self.letters))
        return self.letters[place] * (repeats + 1)


MOST_REPEATS = 3
"""How often a letter is repeated before letters come to an end: aaa is 53."""
_FIXED = frozenset({"cjk-heavenly-stem", "cjk-earthly-branch"})

# name, style, letters: usual order first. A row with spaces holds digraphs.
_CASELESS = (
    ("arabic-abjad", "arabic-abjad", "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"),
    ("persian-abjad", "arabic-abjad", "الف ب ج د ه و ز ح ط ی ک ل م ن س ع ف ص ق ر ش ت ث خ ذ ض ظ غ"),
    ("maghrebi-abjad", "arabic-abjad", "أبجدهوزحطيكلمنصعفضقرستثخذظغش"),
    ("arabic", "arabic-letters", "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"),
    ("persian", "persian-alphabetic", "الف ب پ ت ث ج چ ح خ د ذ ر ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن و ه ی"),
    ("urdu", "persian-alphabetic", "الف ب پ ت ٹ ث ج چ ح خ د ڈ ذ ر ڑ ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن و ہ ی"),
    ("hebrew-letters", "hebrew", "אבגדהוזחטיכלמנסעפצקרשת"),
    ("thai", "thai-alphabetic", "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"),
    ("thai-current", "thai-alphabetic", "กขคฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"),
    ("thai-whole", "thai-alphabetic", "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"),
    (
        "hangul",
        "hangul",
        "가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허고노도로모보소오조초코토포호구누두루무부수우주추쿠투푸후",
    ),
    ("hangul-consonant", "hangul-consonant", "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"),
    (
        "katakana",
        "katakana",
        "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヰヱヲン",
    ),
    (
        "katakana-iroha",
        "katakana-iroha",
        "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス",
    ),
    (
        "hiragana",
        "hiragana",
        "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわゐゑをん",
    ),
    (
        "hiragana-iroha",
        "hiragana-iroha",
        "いろはにほへとちりぬるをわかよたれそつねならむうゐのおくやまけふこえてあさきゆめみしゑひもせす",
    ),
    ("cjk-heavenly-stem", "cjk-heavenly-stem", "甲乙丙丁戊己庚辛壬癸"),
    ("cjk-earthly-branch", "cjk-earthly-branch", "子丑寅卯辰巳午未申酉戌亥"),
    ("georgian-letters", "native-letters", "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ"),
    ("armenian-letters", "native-letters", "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ"),
    ("devanagari", "native-letters", "कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह"),
    ("devanagari-vowels", "native-letters", "अआइईउऊऋएऐओऔ"),
    ("hindi-abasada", "native-letters", "अबसद"),
    ("marathi-abakada", "native-letters", "अबकड"),
    ("bengali", "native-letters", "কখগঘঙচছজঝঞটঠডঢণতথদধনপফবভমযরলশষসহ"),
    ("bengali-vowels", "native-letters", "অআইঈউঊঋএঐওঔ"),
    ("assamese", "native-letters", "কখগঘঙচছজঝঞটঠডঢণতথদধনপফবভমযৰলৱশষসহ"),
    ("gurmukhi", "native-letters", "ੳਅੲਸਹਕਖਗਘਙਚਛਜਝਞਟਠਡਢਣਤਥਦਧਨਪਫਬਭਮਯਰਲਵੜ"),
    ("gurmukhi-consonants", "native-letters", "ਕਖਗਘਙਚਛਜਝਞਟਠਡਢਣਤਥਦਧਨਪਫਬਭਮਯਰਲਵੜ"),
    ("gujarati", "native-letters", "કખગઘચછજઝટઠડઢણતથદધનપફબભમયરલવશષસહળ"),
    ("gujarati-vowels", "native-letters", "અઆઇઈઉઊઋએઐઓઔ"),
    ("oriya", "native-letters", "କଖଗଘଙଚଛଜଝଞଟଠଡଢଣତଥଦଧନପଫବଭମଯରଲଶଷସହ"),
    ("tamil", "native-letters", "அஆஇஈஉஊஎஏஐஒஓஔ"),
    ("tamil-consonants", "native-letters", "கஙசஞடணதநபமயரலவழளறன"),
    ("telugu", "native-letters", "కఖగఘఙచఛజఝఞటఠడఢణతథదధనపఫబభమయరలవశషసహళ"),
    ("telugu-vowels", "native-letters", "అఆఇఈఉఊఋఎఏఐఒఓఔ"),
    ("kannada", "native-letters", "ಕಖಗಘಙಚಛಜಝಞಟಠಡಢಣತಥದಧನಪಫಬಭಮಯರಲವಶಷಸಹಳ"),
    ("kannada-vowels", "native-letters", "ಅಆಇಈಉಊಋಎಏಐಒಓಔ"),
    ("malayalam", "native-letters", "കഖഗഘങചഛജഝഞടഠഡഢണതഥദധനപഫബഭമയരലവശഷസഹളഴറ"),
    ("malayalam-vowels", "native-letters", "അആഇഈഉഊഋഎഏഐഒഓഔ"),
    ("sinhala", "native-letters", "අආඇඈඉඊඋඌඑඒඓඔඕඖ"),
    ("sinhala-consonants", "native-letters", "කඛගඝඞචඡජඣඤටඨඩඪණතථදධනපඵබභමයරලවශෂසහළෆ"),
    ("khmer", "native-letters", "កខគឃងចឆជឈញដឋឌឍណតថទធនបផពភមយរលវសហឡអ"),
    ("lao", "native-letters", "ກຂຄງຈສຊຍດຕຖທນບປຜຝພຟມຢຣລວຫອຮ"),
    ("myanmar", "native-letters", "ကခဂဃငစဆဇဈညဋဌဍဎဏတထဒဓနပဖဗဘမယရလဝသဟဠအ"),
    ("tibetan", "native-letters", "ཀཁགངཅཆཇཉཏཐདནཔཕབམཙཚཛཝཞཟའཡརལཤསཧཨ"),
    ("ethiopic", "native-letters", "ሀለሐመሠረሰሸቀበተቸኀነኘአከኸወዐዘዠየደጀገጠጨጰጸፀፈፐ"),
    ("tigrinya", "native-letters", "ሀለሐመረሰሸቀቐበተቸነኘአከኸወዐዘዠየደጀገጠጨጰጸፈፐ"),
    ("thaana", "native-letters", "ހށނރބޅކއވމފދތލގޏސޑޒޓޔޕޖޗ"),
)
# The capitals follow, where they are not simply those that `str.upper` gives.
_CASED = (
    ("latin", "alpha", "abcdefghijklmnopqrstuvwxyz"),
    ("spanish", "alpha", "abcdefghijklmnñopqrstuvwxyz"),
    ("italian", "alpha", "abcdefghilmnopqrstuvz"),
    ("portuguese", "alpha", "abcdefghijlmnopqrstuvxz"),
    ("turkish", "alpha", "abcçdefgğhıijklmnoöprsştuüvyz", "ABCÇDEFGĞHIİJKLMNOÖPRSŞTUÜVYZ"),
    ("azerbaijani", "alpha", "abcçdeəfgğhxıijkqlmnoöprsştuüvyz", "ABCÇDEƏFGĞHXIİJKQLMNOÖPRSŞTUÜVYZ"),
    ("vietnamese", "alpha", "abcdđeghiklmnopqrstuvxy"),
    ("slovenian", "alpha", "abcčdefghijklmnoprsštuvzž"),
    ("croatian", "alpha", "abcčćdđefghijklmnoprsštuvzž"),
    ("estonian", "alpha", "abcdefghijklmnoprstuvõäöü"),
    ("danish", "alpha", "abcdefghijklmnopqrstuvwxyzæøå"),
    ("swedish", "alpha", "abcdefghijklmnopqrstuvwxyzåäö"),
    ("albanian", "alpha", "a b c ç d dh e ë f g gj h i j k l ll m n nj o p q r rr s sh t th u v x xh y z zh"),
    ("welsh", "alpha", "a b c ch d dd e f ff g ng h i j l ll m n o p ph r rh s t th u w y"),
    ("greek", "greek", "αβγδεζηθικλμνξοπρστυφχψω"),
    ("russian", "cyrillic", "абвгдежзиклмнопрстуфхцчшщэюя"),
    ("russian-modern", "cyrillic", "абвгдежзийклмнопрстуфхцчшщэюя"),
    ("russian-whole", "cyrillic", "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"),
    ("russian-drawings", "cyrillic", "абвгдежиклмнпрстуфхцшщэюя"),
    ("bulgarian", "cyrillic", "абвгдежзийклмнопрстуфхцчшщъьюя"),
    ("ukrainian", "cyrillic", "абвгдеєжзиіклмнопрстуфхцчшюя"),
    ("ukrainian-whole", "cyrillic", "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"),
    ("serbian", "cyrillic", "абвгдђежзијклљмнњопрстћуфхцчџш"),
    ("macedonian", "cyrillic", "абвгдѓежзѕијклљмнњопрстќуфхцчџш"),
    ("belarusian", "cyrillic", "абвгдеёжзійклмнопрстуўфхцчшыьэюя"),
    ("kazakh", "cyrillic", "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"),
    ("mongolian", "cyrillic", "абвгдеёжзийклмноөпрстуүфхцчшщъыьэюя"),
)

LOOKALIKES = (
    "aа", "cс", "eе", "iі", "jј", "oоο", "pр", "sѕ", "xх", "yу", "vν",
    "AАΑ", "BВвΒ", "CС", "EЕΕ", "HНΗ", "IІΙ", "JЈ", "KКΚ", "MМΜ", "NΝ", "OОΟ", "PРΡ", "SЅ", "TТΤ", "XХΧ", "YУΥ", "ZΖ",
)  # fmt: skip
"""Letters of different alphabets that look alike and are typed for each other."""


@cache
def all_alphabets() -> tuple[Alphabet, ...]:
    """Return every alphabet, in both cases where it has two; the usual ones of a style before the others."""
    return tuple(_make_alphabets())


@cache
def find_alphabet(name: str, *, upper: bool = False) -> Alphabet | None:
    """Return an alphabet by its name, in capitals if it has them; None if there is none."""
    found = [alphabet for alphabet in all_alphabets() if alphabet.name == name]
    return found[-1 if upper else 0] if found else None


def _make_alphabets() -> Iterator[Alphabet]:
    ranks = {("hebrew", "א"): 0}  # Hebrew letters are first of all numerals
    for name, style, letters in _CASELESS:
        yield _make(name, style, letters, ranks)
    for name, family, lower, *rest in _CASED:
        yield _make(name, _LOWER.get(family, f"lower-{family}"), lower, ranks)
        yield _make(name, f"upper-{family}", rest[0] if rest else lower.upper(), ranks)


_LOWER = {"cyrillic": "cyrillic"}


def _make(name: str, style: str, letters: str, ranks: dict[tuple[str, str], int]) -> Alphabet:
    row = tuple(letters.split() if " " in letters else letters)
    rank = ranks[style, row[0]] = ranks.get((style, row[0]), -1) + 1
    return Alphabet(name, style, row, rank)
