"""The shelves of the catalogue: what is on each, what it costs and weighs, and what it is made of."""

# ruff: noqa: E501  (a table of texts is read along its rows)

from lapwing.domain.late_dataclass import dataclass


@dataclass(frozen=True)
class Shelf:
    """A category that holds products.

    Attributes:
        path: Names from the department down, separated by " > ".
        code: Three letters, for SKUs.
        season: "all", "summer" or "winter".
        nouns, variants: What things there are called, separated by semicolons; a variant may be empty.
        cents: Cheapest and dearest price, in euro cents.
        kilos: Lightest and heaviest.
        rented: Whether most of it can be rented too.
        motif: Which picture stands for it: "camp", "peak", "water", "snow" or "bird".
    """

    path: str
    code: str
    season: str
    nouns: str
    variants: str
    cents: tuple[int, int]
    kilos: tuple[float, float]
    materials: str
    rented: bool = False
    motif: str = "peak"

    @property
    def name(self) -> str:
        return self.path.rpartition(" > ")[2]


# fmt: off
SHELVES: tuple[Shelf, ...] = (
    Shelf("Sleep Outside > Tents", "TEN", "summer", "Tent;Trail Tent;Tunnel Tent", "1;2;3;4;6", (14900, 89900), (0.94, 7.8),
          "20D ripstop nylon;recycled polyester;DAC-style aluminium poles", rented=True, motif="camp"),
    Shelf("Sleep Outside > Tarps and Shelters", "TRP", "summer", "Tarp;Shelter;Wing", "3 × 3;3 × 4;XL", (5900, 24900), (0.38, 2.6),
          "silicone-coated nylon;waxed cotton", motif="camp"),
    Shelf("Sleep Outside > Bedding > Sleeping Bags", "SLB", "all", "Sleeping Bag;Quilt", "+10 °C;0 °C;−5 °C;−20 °C", (8900, 69900),
          (0.42, 2.1), "traceable goose down;recycled hollow fibre", rented=True, motif="camp"),
    Shelf("Sleep Outside > Bedding > Sleeping Mats", "MAT", "all", "Sleeping Mat;Air Mat", "R 2.1;R 4.5;R 7", (2900, 22900),
          (0.29, 1.9), "TPU laminate;closed-cell foam", motif="camp"),
    Shelf("Sleep Outside > Kitchen", "STV", "all", "Stove;Cookset;Storm Cooker", "Solo;Duo;", (2490, 18900), (0.08, 1.4),
          "hard-anodised aluminium;titanium", rented=True, motif="camp"),
    Shelf("Sleep Outside > Lights", "LGT", "all", "Headlamp;Lantern", "200;400;900", (1990, 16900), (0.05, 0.6),
          "glass-filled nylon;aircraft aluminium", motif="camp"),
    Shelf("Sleep Outside > Camp Furniture", "FUR", "summer", "Chair;Table;Hammock", "Light;", (3900, 19900), (0.6, 5.5),
          "ash wood;7075 aluminium;cotton canvas", motif="camp"),
    Shelf("On Foot > Packs > Trekking Packs", "BPK", "all", "Backpack;Trekking Pack", "40;55;70+10", (11900, 38900), (0.98, 2.9),
          "210D recycled nylon;aluminium stays", rented=True),
    Shelf("On Foot > Packs > Daypacks", "DPK", "all", "Daypack;Roll-top", "12;18;24;30", (3900, 16900), (0.3, 1.2),
          "420D polyester;waxed canvas"),
    Shelf("On Foot > Footwear > Boots", "BOT", "all", "Boot;Mountain Boot", "Mid;High;GTX-free", (13900, 36900), (0.9, 1.9),
          "full-grain leather;vegetable-tanned leather;rubber"),
    Shelf("On Foot > Footwear > Trail Shoes", "SHO", "summer", "Trail Shoe;Fell Shoe", "Low;Mid", (8900, 18900), (0.46, 0.9),
          "engineered mesh;natural rubber"),
    Shelf("On Foot > Footwear > Socks", "SOC", "all", "Socks;Liner Socks", "Light;Crew;Heavy", (1290, 3490), (0.05, 0.14),
          "merino wool;hemp"),
    Shelf("On Foot > Poles", "POL", "all", "Poles;Folding Poles", "105–125;115–135", (4900, 18900), (0.34, 0.62),
          "carbon fibre;aluminium;cork", rented=True),
    Shelf("On Foot > Water", "WTR", "all", "Bottle;Filter;Flask", "0.5 l;1 l;2 l", (990, 9900), (0.06, 0.55),
          "stainless steel;hollow-fibre membrane"),
    Shelf("On Foot > Finding the Way", "MAP", "all", "Compass;Map Case;Altimeter", "", (1490, 24900), (0.03, 0.3),
          "acrylic;sapphire glass;brass"),
    Shelf("Clothing > Rain Jackets", "RNJ", "all", "Rain Jacket;Storm Shell;Anorak", "W;M;U", (9900, 49900), (0.17, 0.68),
          "three-layer recycled nylon;waxed cotton"),
    Shelf("Clothing > Insulation", "INS", "winter", "Down Jacket;Fleece;Vest", "W;M;U", (6900, 44900), (0.19, 0.9),
          "traceable goose down;recycled fleece;lanolin wool"),
    Shelf("Clothing > Base Layers", "BAS", "winter", "Shirt;Long Johns;Hooded Top", "150;200;260", (4490, 12900), (0.13, 0.34),
          "merino wool;Tencel"),
    Shelf("Clothing > Trousers", "TRO", "all", "Trousers;Shorts;Overtrousers", "Short;Regular;Long", (5900, 22900), (0.21, 0.62),
          "stretch cotton;recycled polyamide"),
    Shelf("Clothing > Hats and Gloves", "HAT", "winter", "Beanie;Mittens;Gloves;Cap", "", (1990, 13900), (0.04, 0.3),
          "lambswool;goat leather;fleece"),
    Shelf("Rock and Ice > Ropes", "ROP", "all", "Rope;Half Rope", "9.5 mm × 60 m;8.2 mm × 50 m;9.8 mm × 80 m", (9900, 28900), (2.0, 5.2),
          "polyamide"),
    Shelf("Rock and Ice > Harnesses", "HAR", "all", "Harness;Alpine Harness", "S;M;L", (4900, 15900), (0.19, 0.5),
          "polyester webbing;forged aluminium"),
    Shelf("Rock and Ice > Helmets", "HEL", "all", "Helmet", "S/M;L/XL", (5490, 13900), (0.17, 0.36), "polycarbonate;expanded foam", rented=True),
    Shelf("Rock and Ice > Ice > Axes", "AXE", "winter", "Ice Axe;Ice Tool", "45 cm;55 cm;65 cm", (6900, 27900), (0.28, 0.64),
          "chromoly steel;aluminium", rented=True, motif="snow"),
    Shelf("Rock and Ice > Ice > Crampons", "CRA", "winter", "Crampons", "10;12", (8900, 21900), (0.46, 1.1), "chromoly steel", rented=True, motif="snow"),
    Shelf("Rock and Ice > Hardware", "CAR", "all", "Carabiner;Sling Set;Cam", "", (690, 8900), (0.03, 0.31), "forged aluminium;Dyneema-type fibre"),
    Shelf("On Water > Boats > Canoes", "CAN", "summer", "Canoe;Pack Canoe", "12;14;16", (89900, 329000), (14.5, 34.0),
          "three-layer polyethylene;cedar and fibreglass", rented=True, motif="water"),
    Shelf("On Water > Boats > Kayaks", "KAY", "summer", "Kayak;Folding Kayak", "Solo;Double", (69900, 289000), (11.9, 31.0),
          "polyethylene;coated polyester on ash", rented=True, motif="water"),
    Shelf("On Water > Boats > Paddle Boards", "SUP", "summer", "Paddle Board", "10'6;11'2;12'6", (39900, 129900), (7.2, 12.5),
          "drop-stitch PVC", rented=True, motif="water"),
    Shelf("On Water > Paddles", "PAD", "summer", "Paddle;Kayak Paddle", "210;220;230", (4900, 34900), (0.6, 1.2), "carbon fibre;cherry wood", motif="water"),
    Shelf("On Water > Dry Bags", "DRY", "summer", "Dry Bag;Duffel", "8;20;40;90", (1290, 15900), (0.05, 1.5), "PVC-free tarpaulin", motif="water"),
    Shelf("On Water > Buoyancy Aids", "PFD", "summer", "Buoyancy Aid", "S/M;L/XL", (6900, 18900), (0.55, 0.95), "closed-cell foam;nylon", rented=True, motif="water"),
    Shelf("On Snow > Touring Skis", "SKI", "winter", "Touring Ski;Fjell Ski", "162;170;178;190", (34900, 99900), (2.1, 3.6),
          "paulownia core;carbon fibre", rented=True, motif="snow"),
    Shelf("On Snow > Snowshoes", "SNO", "winter", "Snowshoes", "22;25;30", (8900, 28900), (1.5, 2.3), "aluminium;EVA", rented=True, motif="snow"),
    Shelf("On Snow > Sledges", "SLE", "winter", "Sledge;Pulk", "", (5900, 89900), (2.2, 9.5), "steamed ash;polyethylene", rented=True, motif="snow"),
    Shelf("On Snow > Avalanche Safety", "AVA", "winter", "Transceiver;Probe;Snow Shovel", "", (3900, 38900), (0.2, 0.9),
          "7075 aluminium;polycarbonate", rented=True, motif="snow"),
    Shelf("Watching Birds > Binoculars", "BIN", "all", "Binoculars", "8 × 32;8 × 42;10 × 42", (12900, 189900), (0.39, 0.88),
          "magnesium body;fluorite glass", rented=True, motif="bird"),
    Shelf("Watching Birds > Spotting Scopes", "SCO", "all", "Spotting Scope", "65;80;95", (39900, 289900), (1.1, 2.4), "magnesium body;fluorite glass", rented=True, motif="bird"),
    Shelf("Watching Birds > Books", "BOK", "all", "Field Guide;Notebook;Song Guide", "", (1290, 4900), (0.15, 1.2), "FSC paper;linen", motif="bird"),
    Shelf("Watching Birds > Hides and Nest Boxes", "NST", "all", "Nest Box;Hide;Feeder", "", (1690, 32900), (0.6, 6.8), "larch;recycled polyester", motif="bird"),
)
# fmt: on

BIRDS = (
    "Plover", "Wagtail", "Dunlin", "Curlew", "Whimbrel", "Siskin", "Dotterel", "Fieldfare", "Redwing", "Goldcrest",
    "Merlin", "Ptarmigan", "Snipe", "Avocet", "Sanderling", "Turnstone", "Wheatear", "Stonechat", "Dipper",
    "Nightjar", "Bittern", "Crake", "Teal", "Pochard", "Gannet", "Fulmar", "Petrel", "Skua", "Puffin", "Guillemot",
    "Brambling", "Bunting", "Crossbill", "Nutcracker", "Waxwing", "Wryneck",
)  # fmt: skip
"""Every model is named after a bird."""

COLOURS: dict[str, tuple[int, int, int]] = {
    "moss": (94, 117, 66),
    "lichen": (163, 170, 118),
    "slate": (84, 96, 112),
    "rust": (172, 86, 46),
    "cloudberry": (226, 148, 58),
    "glacier": (126, 176, 196),
    "midnight": (38, 50, 84),
    "heather": (138, 98, 142),
    "signal red": (200, 48, 44),
    "sand": (206, 184, 142),
    "spruce": (40, 84, 74),
    "graphite": (58, 60, 64),
}
"""Names of colours, with red, green and blue from 0 to 255."""

SUPPLIERS = (
    "Havelund Vævefabrik|DK;Brannoch Mills Ltd|GB;Tarnwick Metalworks|GB;Ostlyn AS|NO;Mirefell Boots|GB;Quillon & Fils|FR;"
    "Tessitura Valdora|IT;Przędzalnia Łęg|PL;Čertova Dílna s.r.o.|CZ;Kovárna Bystřice|SK;Hämeen Vene Oy|FI;Segelmacherei Grünke|DE;"
    "Schleiferei Lindqvist AB|SE;Curtidos Ordóñez|ES;Têxteis do Minho Lda|PT;Αφοί Καλογήρου|GR;Орлине Гніздо|UA;"
    "有限会社 山影製作所|JP;한빛 아웃도어|KR;立山光學|TW;Pokhara Down Works|NP;हिमशिखर ऊन|IN;Nunatak Sleds|GL;Arbutus Paddle Co.|CA"
)
"""Name and country of each supplier."""
