"""Words of several languages out of which realistic declarations are made."""

from __future__ import annotations

import attrs

__all__ = ["TONGUES", "Tongue"]


@attrs.frozen(kw_only=True)
class Tongue:
    """What organisations write in one language."""

    tag: str
    titles: tuple[tuple[str, str], ...]
    """Kinds of documents, and beginnings of titles that name them."""
    topics: tuple[str, ...]
    organs: tuple[tuple[str, str | None], ...]
    """Names of issuers with their abbreviations."""
    places: tuple[str, ...]
    openers: tuple[str, ...]
    verbs: tuple[str, ...]
    phrases: tuple[str, ...]
    """What is said behind an opener or a verb, or in an item."""
    formula: str
    closing: str
    names: tuple[tuple[str, str], ...]
    """Names of signatories with their offices."""
    space: str = " "
    comma: str = ","
    semicolon: str = ";"
    stop: str = "."
    colon: str = ":"


TONGUES = (
    Tongue(
        tag="en",
        titles=(("resolution", "Resolution on"), ("declaration", "Declaration on"), ("decision", "Decision on")),
        topics=(
            "the harbour bridge",
            "clean water in the upper valley",
            "the wages of bakers and their apprentices",
        ),
        organs=(("General Assembly of Lake Towns", "GALT"), ("Council of River Ports", None), ("Bakers' Union", "BU")),
        places=("Millford", "Port Anselm"),
        openers=("Recalling", "Noting with concern", "Considering", "Deeply concerned by", "Bearing in mind"),
        verbs=("Decides", "Calls upon", "Requests", "Condemns", "Urges", "Welcomes"),
        phrases=(
            "the report that the harbour office has published on the state of the bridges and of the roads to them",
            "all members to keep the water of the lake clean and to tell the council of every spill within a day",
            "the closing of three mills in the upper valley, which leaves most of the people there without any work",
            "the work of the committee that was set up in 2019 to look into the prices of bread",
        ),
        formula="Now, therefore,",
        closing="Done at Millford.",
        names=(("Ada Brenner", "President"), ("Ivo Lamm", "Secretary")),
    ),
    Tongue(
        tag="fr",
        titles=(("resolution", "Résolution sur"), ("declaration", "Déclaration sur"), ("decision", "Décision sur")),
        topics=(
            "le pont du port",
            "l’eau potable dans la haute vallée",
            "les salaires des boulangers et apprentis",
        ),
        organs=(("Assemblée générale des villes du lac", "AGVL"), ("Conseil des ports fluviaux", None)),
        places=("Vaucourt", "Port-Sainte-Anne"),
        openers=("Rappelant", "Notant avec inquiétude", "Considérant", "Tenant compte de"),
        verbs=("Décide", "Invite", "Demande", "Condamne", "Prie"),
        phrases=(
            "le rapport que le bureau du port a publié sur l’état des ponts et des routes qui y mènent depuis la ville",
            "tous les membres à garder propre l’eau du lac et à signaler au conseil toute pollution dans la journée",
            "la fermeture de trois moulins dans la haute vallée, qui laisse sans travail la plupart des habitants",
            "les travaux du comité qui a été créé en 2019 pour étudier le prix du pain dans les villes de la côte",
        ),
        formula="En conséquence,",
        closing="Fait à Vaucourt.",
        names=(("Anne Morel", "présidente"), ("Luc Perrin", "secrétaire")),
    ),
    Tongue(
        tag="es",
        titles=(("resolution", "Resolución sobre"), ("decision", "Decisión sobre")),
        topics=("el puente del puerto", "el agua limpia en el valle alto", "los salarios de los panaderos"),
        organs=(("Asamblea General de Ciudades del Lago", "AGCL"), ("Consejo de Puertos Fluviales", None)),
        places=("Villanueva", "Puerto Ana"),
        openers=("Recordando", "Observando con preocupación", "Considerando", "Teniendo presente"),
        verbs=("Decide", "Exhorta", "Pide", "Condena", "Solicita"),
        phrases=(
            "el informe que la oficina del puerto ha publicado sobre el estado de los puentes y de los caminos",
            "a todos los miembros que mantengan limpia el agua del lago y que avisen al consejo de todo vertido",
            "el cierre de tres molinos en el valle alto, que deja sin trabajo a la mayor parte de la población",
            "la labor del comité que se creó en 2019 para estudiar el precio del pan en las ciudades de la costa",
        ),
        formula="Por lo tanto,",
        closing="Hecho en Villanueva.",
        names=(("Ana Robles", "presidenta"), ("Luis Prado", "secretario")),
    ),
    Tongue(
        tag="ru",
        titles=(("resolution", "Резолюция о"), ("declaration", "Декларация о")),
        topics=("мосте в порту", "чистой воде в верхней долине", "заработной плате пекарей и их учеников"),
        organs=(("Генеральная Ассамблея городов озера", "ГАГО"), ("Совет речных портов", None)),
        places=("Новоозёрск", "Речной"),
        openers=("Ссылаясь на", "Отмечая с озабоченностью", "Учитывая", "Принимая во внимание"),
        verbs=("Призывает", "Просит", "Осуждает", "Постановляет"),
        phrases=(
            "доклад, который управление порта опубликовало о состоянии мостов и дорог, ведущих к ним из города",
            "всех членов беречь чистоту воды в озере и сообщать совету о каждом загрязнении в течение одного дня",
            "закрытие трёх мельниц в верхней долине, из-за которого большая часть жителей осталась без работы",
            "работу комитета, который был создан для изучения цен на хлеб в городах на берегу озера",
        ),
        formula="В связи с этим",
        closing="Совершено в Новоозёрске.",
        names=(("Анна Белова", "председатель"), ("Иван Лугов", "секретарь")),
    ),
    Tongue(
        tag="zh",
        titles=(("resolution", "关于"), ("declaration", "关于")),
        topics=("港口大桥的决议", "上游山谷清洁用水的决议", "面包师及其学徒工资的决议"),
        organs=(("湖滨城市大会", None), ("河港理事会", None)),
        places=("湖滨市", "河口镇"),
        openers=("回顾", "关切地注意到", "考虑到", "铭记"),
        verbs=("决定", "呼吁", "请", "谴责", "敦促"),
        phrases=(
            "港务局就桥梁以及从城市通往桥梁的道路状况所发表的报告和其中提出的关于维修工作的各项建议以及经费来源",
            "所有成员保持湖水清洁，并在一天之内向理事会报告每一次污染情况，同时公布已经采取的各种补救措施及其效果",
            "上游山谷三座磨坊的关闭，使那里的大多数居民失去了工作，也使周围城镇的面包价格在一年之内上涨了一倍以上",
        ),
        formula="因此，",
        closing="订于湖滨市。",
        names=(("李明", "主席"), ("王芳", "秘书长")),
        space="",
        comma="，",
        semicolon="；",
        stop="。",
        colon="：",
    ),
    Tongue(
        tag="ar",
        titles=(("resolution", "قرار بشأن"), ("declaration", "إعلان بشأن")),
        topics=("جسر الميناء", "المياه النظيفة في الوادي الأعلى", "أجور الخبازين والمتدربين لديهم"),
        organs=(("الجمعية العامة لمدن البحيرة", None), ("مجلس موانئ النهر", None)),
        places=("مدينة البحيرة", "ميناء النهر"),
        openers=("إذ تشير إلى", "وإذ تلاحظ مع القلق", "وإذ تضع في اعتبارها"),
        verbs=("تقرر", "تدعو", "تطلب", "تدين", "تحث"),
        phrases=(
            "التقرير الذي نشره مكتب الميناء عن حالة الجسور والطرق التي تؤدي إليها من المدينة ومن القرى المجاورة",
            "جميع الأعضاء إلى الحفاظ على نظافة مياه البحيرة وإلى إبلاغ المجلس بكل تلوث في غضون يوم واحد",
            "إغلاق ثلاث مطاحن في الوادي الأعلى، وهو ما ترك معظم الناس هناك بلا عمل وبلا دخل منذ عام كامل",
        ),
        formula="بناء على ذلك،",
        closing="حرر في مدينة البحيرة.",
        names=(("سلمى حداد", "الرئيسة"), ("كريم نصر", "الأمين العام")),
        comma="،",
        semicolon="؛",
    ),
)
