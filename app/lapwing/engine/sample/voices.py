"""What customers say in reviews, each in their own language."""

# ruff: noqa: E501  (a table of texts is read along its rows)

GOOD: dict[str, tuple[str, ...]] = {
    "en": (
        "Does what it says.",
        "Two weeks in the Cairngorms and not a stitch loose.",
        "My third one from them, and the best so far.",
        "Light, quiet, dry.",
        "Bought it after renting it twice.",
        "Worth every penny 👍",
    ),
    "de": (
        "Hält, was es verspricht.",
        "Drei Wochen Regen, alles trocken geblieben.",
        "Sehr schön verarbeitet, auch an den Nähten.",
        "Jederzeit wieder!",
        "Größe fällt genau richtig aus.",
    ),
    "fr": (
        "Très bonne qualité, je recommande.",
        "Testé dans le Vercors par −12 °C : parfait.",
        "Léger et solide à la fois.",
        "Livraison rapide, emballage sans plastique.",
    ),
    "nl": (
        "Precies wat ik zocht.",
        "Al een jaar elke week in gebruik, nog als nieuw.",
        "Fijn materiaal en snelle levering.",
        "Gezellige winkel ook!",
    ),
    "sv": (
        "Mycket nöjd!",
        "Höll tätt hela vägen från Abisko till Hemavan.",
        "Lätt att packa och lätt att älska.",
        "Rekommenderas varmt.",
    ),
    "nb": (
        "Veldig fornøyd.",
        "Tørr og varm gjennom hele Lofoten på langs.",
        "Solid og enkelt å reparere.",
        "Ti av ti turer.",
    ),
    "fi": ("Erittäin hyvä ostos.", "Kesti koko Karhunkierroksen.", "Kevyt ja hiljainen.", "Suosittelen lämpimästi!"),
    "es": (
        "Muy contento con la compra.",
        "Lo llevé al Camino del Norte y ni una gota dentro.",
        "Ligero y muy bien hecho.",
        "¡Repetiré seguro!",
    ),
    "it": (
        "Ottimo acquisto.",
        "Usato sulle Dolomiti per dieci giorni, perfetto.",
        "Leggero e robusto.",
        "Spedizione velocissima.",
    ),
    "el": (
        "Πολύ καλή ποιότητα.",
        "Το δοκίμασα στον Όλυμπο με χιόνι, άψογο.",
        "Ελαφρύ και γερό.",
        "Το συνιστώ ανεπιφύλακτα.",
    ),
    "uk": ("Дуже задоволена покупкою.", "Пройшов Чорногірський хребет, усе сухе.", "Легке й міцне.", "Раджу всім!"),
    "ka": ("ძალიან კმაყოფილი ვარ.", "სვანეთში გამოვცადე, შესანიშნავია.", "მსუბუქი და გამძლე."),
    "he": ("מוצר מצוין.", "לקחתי לשביל ישראל, החזיק מעמד יפה.", "קל וחזק.", "ממליץ בחום!"),
    "ar": ("جودة ممتازة.", "استخدمته في جبل جيس ثلاثة أيام دون أي مشكلة.", "خفيف ومتين.", "أنصح به."),
    "hi": ("बहुत अच्छी गुणवत्ता।", "त्रिउंड ट्रेक पर ले गया, कोई दिक्कत नहीं हुई।", "हल्का और मज़बूत।"),
    "ja": (
        "とても満足しています。",
        "大雪山で三日間使いましたが、まったく問題ありませんでした。",
        "軽くて丈夫です。",
        "またお願いします🙇",
    ),
    "ko": ("아주 만족합니다.", "한라산에서 써 봤는데 완벽했어요.", "가볍고 튼튼해요.", "재구매 의사 있습니다 😊"),
    "zh": ("非常滿意。", "帶去玉山走了四天,完全沒問題。", "又輕又耐用。", "推薦給大家!"),
}
"""Sentences of contented people, by language (the part of a BCP 47 tag before the hyphen)."""

BAD: dict[str, tuple[str, ...]] = {
    "en": ("The zip went on day three.", "Smaller than in the picture.", "Nice idea, but mine leaks."),
    "de": ("Leider nach zwei Wochen undicht.", "Farbe weicht stark vom Foto ab.", "Für den Preis zu wenig."),
    "fr": ("La fermeture a lâché au bout de trois jours.", "Taille petit, à échanger."),
    "nl": ("Rits kapot na één weekend.", "Valt klein uit."),
    "sv": ("Blixtlåset gick sönder direkt.", "Mindre än jag trodde."),
    "nb": ("Lekker i sømmene.", "Litt for tung for prisen."),
    "fi": ("Sauma petti jo ensimmäisellä reissulla.", "Koko pienempi kuin odotin."),
    "es": ("La cremallera se rompió enseguida.", "El color no es el de la foto."),
    "it": ("Cerniera rotta dopo due uscite.", "Più piccolo del previsto."),
    "el": ("Το φερμουάρ χάλασε γρήγορα.", "Μικρότερο από ό,τι περίμενα."),
    "uk": ("Блискавка зламалася за тиждень.", "Менше, ніж на фото."),
    "ka": ("ელვა მალე გაფუჭდა.",),
    "he": ("הרוכסן נקרע אחרי שבוע.", "קטן ממה שציפיתי."),
    "ar": ("تعطّل السحّاب بعد أسبوع.", "أصغر مما توقعت."),
    "hi": ("ज़िप जल्दी ख़राब हो गई।",),
    "ja": ("ファスナーがすぐに壊れました。", "写真より小さく感じます。"),
    "ko": ("지퍼가 금방 고장 났어요.", "생각보다 작아요."),
    "zh": ("拉鍊很快就壞了。", "比照片上的小。"),
}
"""Sentences of disappointed people, by language."""

TITLES: dict[str, tuple[str, str]] = {
    "en": ("Lovely", "Disappointed"),
    "de": ("Prima", "Enttäuscht"),
    "fr": ("Parfait", "Déçue"),
    "nl": ("Top", "Jammer"),
    "sv": ("Toppen", "Besviken"),
    "nb": ("Supert", "Skuffet"),
    "fi": ("Loistava", "Pettymys"),
    "es": ("Estupendo", "Decepción"),
    "it": ("Perfetto", "Deluso"),
    "el": ("Τέλειο", "Απογοήτευση"),
    "uk": ("Чудово", "Розчарування"),
    "ka": ("შესანიშნავი", "იმედგაცრუება"),
    "he": ("מצוין", "אכזבה"),
    "ar": ("ممتاز", "مخيّب"),
    "hi": ("शानदार", "निराशा"),
    "ja": ("最高です", "残念"),
    "ko": ("최고예요", "아쉬워요"),
    "zh": ("很棒", "失望"),
}
"""A title for four or five stars, and one for one or two."""

SEARCHES = (
    "tent 2 person", "zelt 2 personen", "tente légère", "regnjacka", "雨具", "スノーシュー", "텐트", "帳篷", "אוהל", "خيمة", "ski de rando",
    "gore tex free", "down jacket women", "kajak", "padel board", "κιάλια", "палатка", "fernglas 8x42", "merino socks", "left handed ice axe",
    "gift for dad", "100% wool", "canoe rental vancouver", "size 49", "' OR 1=1 --", "lapwing", "🐦", "sleeping bag -20", "hängmatte",
)  # fmt: skip
"""What people type into the shop's search field."""
