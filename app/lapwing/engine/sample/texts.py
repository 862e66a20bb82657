"""Long texts of the catalogue: product descriptions of several kilobytes in Markdown."""

# ruff: noqa: E501  (a table of texts is read along its rows)

from random import Random

_OPENINGS = (
    "The {name} was drawn on the back of a ferry timetable between Kirkwall and Stromness, in a wind that made the drawing hard "
    "to hold. Most of what was on that sheet survived four prototypes and two winters.",
    "We made the {name} because the one we had was always lent out. It is the plain, sturdy thing that our own staff "
    "take along when nobody is looking, now in a version you can buy.",
    "There are lighter ones and there are cheaper ones. The {name} is for people who would rather buy one {noun} in ten "
    "years than ten in one.",
    "A {noun} has one job. The {name} does it in sleet, at half past four in the morning, with cold fingers, and after you "
    "have forgotten to dry it for a week.",
    "Named after a bird that weighs next to nothing and crosses oceans anyway, the {name} leaves out everything a "
    "{noun} can do without, and nothing that it cannot.",
    "Ask in any of our shops which {noun} comes back from rental with the fewest complaints. It is the {name}, by some distance.",
)

_REASONS = (
    "Every part that can wear out can be replaced with the tools on a pocket knife. The spare parts list is printed "
    "inside the bag, because web addresses do not last as long as a {noun} should.",
    "The cut follows a pattern that has been in use for forty years, and the {material} it is made of has been in "
    "use for four. We think that is the right way round.",
    "It packs small enough to disappear, and it is loud enough in colour ({colour}) to be found again.",
    "We tested it with a class of fourteen-year-olds. What survives a school trip survives an expedition.",
    "Seams are where things fail, so there are fewer of them: five where the usual number is eleven.",
    "The zips are the big ones. You will be glad of it the first time you use them with mittens on.",
    "Nothing rattles, nothing squeaks, nothing catches in the heather. Birds notice such things, and so do tent neighbours.",
    "The weight we print is the weight we measured, with everything in the bag, averaged over twenty pieces: {weight}.",
    "Half of the {material} comes from production waste of a mill forty kilometres down the road. It costs a little more and "
    "smells faintly of sheep for the first week.",
    "It is quiet to the touch, dull in the sun and dries on a line between two poles in an hour and a half.",
)

_STORIES = (
    "“We had three days of rain out of three. On the second night the river came up to the pegs, and on the third morning it "
    "was gone again. The {noun} was the only dry thing in the valley, including the firewood.” — Ingrid, Tromsø",
    "“Carried it from Chamonix to Zermatt and used it twice, which is what you hope for with this kind of thing. Both times it "
    "was the most important object I owned.” — Théo, mountain guide",
    "“I lend mine to people whom I like and rent out the others.” — 美咲, 札幌",
    "“My grandmother had one, and hers was heavier. That is the whole review.” — Callum, Keswick",
    "“Dropped off a chairlift, run over by a piste machine, dug out in May. There is a scratch.” — Lorenz, Innsbruck",
    "“שלושה ימים במדבר, חול בכל מקום, והוא פשוט עבד.” — נועה, תל אביב",
    "“Από τον Όλυμπο μέχρι τη θάλασσα χωρίς κανένα πρόβλημα.” — Ελένη, Θεσσαλονίκη",
)

_CARE = (
    "Rinse with clear water after salt, sand and festivals. Dry in the shade. Do not iron, whatever the label of the "
    "thing beside it says.",
    "Store it loosely. Anything that is kept compressed forgets what it was.",
    "A little wax on the moving parts in spring and a look at the stitching in autumn is all the care it asks for.",
    "Wash at 30 °C with soap flakes, never with softener: softener fills the gaps that make the material breathe.",
    "Small holes are honourable. The patch kit in the side pocket holds three, and our workshop knows what to do about the fourth.",
)

_LAST_WORDS = (
    "Guaranteed for five years against everything but teeth: mice are on you. Repairs at cost for as long as we exist.",
    "If it lets you down, bring it back with the story. We read all of them and pay for the good ones.",
    "Returned ones are repaired and go to the rental shelf, where they usually stay for another six years.",
    "Not sure yet? Rent it for a weekend. If you buy it within a month, the rent comes off the price.",
)

_OTHER_LANGUAGES = (
    (
        "Kurz gesagt",
        "Robust, leise und reparierbar. Für Menschen, die bei Regen erst richtig anfangen. Maße und Gewicht: nachgemessen.",
    ),
    (
        "En bref",
        "Solide, discret, réparable. Conçu pour celles et ceux qui sortent quand les autres rentrent. Poids vérifié à l’atelier.",
    ),
    (
        "要点",
        "丈夫で静か、そして修理できる道具です。雨の日も雪の日も、長く使い続けられるように作りました。重量はすべて実測値です。",
    ),
    ("باختصار", "متين وهادئ وقابل للإصلاح. صُمّم لمن يخرجون حين يعود الآخرون. الوزن مُقاس في ورشتنا (±2%)."),
    ("בקצרה", "חזק, שקט וניתן לתיקון. נועד למי שיוצא כשאחרים חוזרים. המשקל נמדד בסדנה שלנו (±2%)."),
    ("요약", "튼튼하고 조용하며 수리할 수 있습니다. 비가 와도 눈이 와도 오래 쓰도록 만들었습니다."),
    ("Коротко", "Міцне, тихе, придатне до ремонту. Для тих, хто виходить, коли інші повертаються."),
    ("संक्षेप में", "मज़बूत, शांत और मरम्मत के योग्य। उन लोगों के लिए जो बारिश में भी निकलते हैं।"),
)


def _some(items: tuple[str, ...], count: int, rng: Random) -> list[str]:
    """`count` different items in their order."""
    ranked = sorted(range(len(items)), key=lambda _: rng.random())
    return [items[place] for place in sorted(ranked[:count])]


def description(facts: dict[str, str], rng: Random) -> str:
    """A product description in Markdown: 2 to 5 kB in UTF-8, with headings, lists, quotations and other scripts.

    Args:
        facts: `name`, `noun`, `material`, `materials`, `colour`, `weight`, `place`, `sizes`, as they stand in sentences.
    """
    opening = _some(_OPENINGS, 1, rng)[0]
    reasons = _some(_REASONS, 6 + int(rng.random() * 5), rng)
    stories = _some(_STORIES, 2 + int(rng.random() * 4), rng)
    parts = [
        f"# {{name}}\n\n{opening}",
        "## Why this one\n\n" + "\n\n".join(reasons),
        "## At a glance\n\n- Weight: {weight}\n- Colour: {colour}\n- Sizes: {sizes}\n- Made of: {materials}\n- Made in: {place}",
        "## Heard along the way\n\n" + "\n\n".join(f"> {story}" for story in stories),
        "## Care\n\n" + " ".join(_some(_CARE, 4, rng)),
        "## After that\n\n" + " ".join(_some(_LAST_WORDS, 3, rng)),
    ]
    written = "\n\n".join(parts).format(**facts)
    first = int(rng.random() * len(_OTHER_LANGUAGES))
    for step in range(2 + int(rng.random() * 6)):
        title, text = _OTHER_LANGUAGES[(first + step * 3) % len(_OTHER_LANGUAGES)]
        written += f"\n\n## {title}\n\n{text}"
    return written + "\n"


REMARKS = (
    "Closed in the first two weeks of August.\nInvoices by post only.",
    "Ask for Bożena; she knows where everything is.\n\nTelephone rather than e-mail.",
    "Sends the 60 m rope as 59.4 m. Measured 2024-03-11, 2024-09-02, 2025-02-17.\nThey say it is the humidity.",
    "",
    "納期は必ず守る。\n年末年始は12月28日〜1月5日休業。",
    "Third-generation family business 🐑\nNo minimum order.",
    "Prices in DKK until 2024, in EUR since.\tSee contract §4(2)b.",
)
"""What the buyers wrote about suppliers; one of them left the field empty."""

CUSTOMER_NOTES = (
    "Prefers to be called in the evening.\nHas a dog (friendly).",
    "Left-handed: offer the other buckle.",
    "Complained about a zip on 12 May; repaired free of charge.\nVery kind about it.\nBrought cake 🍰",
    "Shoe size 49½ — order ahead.",
    "VIP 👑 buys a canoe every spring",
    "Do NOT sell another stove before the refund is through!",
    "Guide with the alpine club, gets 10%.\n— M. 2025-02-03",
    "Wheelchair user, ramp at the back entrance ♿",
    "Writes poems on the return forms.\n“Roses are red,\nyour tent is blue,\nthe pegs are bent,\nand so am I, too.”",
    "Birder 🐦 wants to be told when a new scope arrives.",
    "O'Brien; DROP TABLE customers; -- (yes, that is what the form said)",
    "見積書は日本語で。",
    "שולם במזומן, ללא קבלה",
    "يفضّل التواصل عبر البريد الإلكتروني",
    "<b>Family of five</b> & two sledges",
    "=SUM(A1:A9) came in with the 2023 import, left as it was",
)
"""What colleagues noted about customers."""

ORDER_NOTES = (
    "",
    "",
    "",
    "Bitte beim Nachbarn abgeben",
    "Leave it in the porch, please",
    "Sonner deux fois 🔔",
    "Ring på hos Östen om jag inte är hemma",
    "午前中に届けてください",
    "문 앞에 놓아주세요",
    "请放在门卫处,谢谢!",
    "נא להשאיר ליד הדלת",
    "يرجى الاتصال قبل التسليم",
    "Gift! Please no invoice in the parcel 🎁",
    "Happy birthday, Åse!\nSee you on the hut-to-hut.\n👩‍👩‍👧 & 🐕",
    "Código del portal: 4471B",
    "Deliver before 24.12. if at all possible\n(otherwise: my wife finds out)",
)
"""What customers wrote beside an online order; most leave the field empty."""
