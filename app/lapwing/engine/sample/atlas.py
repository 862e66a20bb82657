"""Where the company works: the countries it delivers to, and its shops."""

# ruff: noqa: E501  (a table of texts is read along its rows)

from lapwing.domain.late_dataclass import dataclass
from lapwing.engine.sample.clock import Zone

_ZONES = {
    zone.name: zone
    for zone in (
        Zone("Europe/Berlin", 60, "eu"),
        Zone("Europe/Vienna", 60, "eu"),
        Zone("Europe/Paris", 60, "eu"),
        Zone("Europe/Amsterdam", 60, "eu"),
        Zone("Europe/London", 0, "eu"),
        Zone("Europe/Stockholm", 60, "eu"),
        Zone("Europe/Oslo", 60, "eu"),
        Zone("Europe/Helsinki", 120, "eu"),
        Zone("Europe/Madrid", 60, "eu"),
        Zone("Europe/Rome", 60, "eu"),
        Zone("Europe/Athens", 120, "eu"),
        Zone("Europe/Kyiv", 120, "eu"),
        Zone("Asia/Tbilisi", 240),
        Zone("Asia/Jerusalem", 120, "israel"),
        Zone("Asia/Dubai", 240),
        Zone("Asia/Kolkata", 330),
        Zone("Asia/Tokyo", 540),
        Zone("Asia/Seoul", 540),
        Zone("Asia/Taipei", 480),
        Zone("America/Vancouver", -480, "america"),
    )
}


@dataclass(frozen=True)
class Country:
    """A country that orders are delivered to.

    Attributes:
        rate_e4: One euro in its currency, in ten-thousandths.
        weight: How many of a hundred or so customers live there.
        phone: The national number after the prefix; every # is a digit. Ranges kept free for fiction where there are any.
        address: Pattern with {street}, {number} and {city}.
        cities: With postcode, separated by semicolons.
    """

    code: str
    name: str
    native_name: str
    currency: str
    rate_e4: int
    vat_percent: float
    prefix: str
    language: str
    zone_name: str
    weight: int
    phone: str
    address: str
    streets: str
    cities: str

    @property
    def zone(self) -> Zone:
        return _ZONES[self.zone_name]

    @property
    def family_first(self) -> bool:
        """Whether the family name is written before the given name."""
        return self.code in {"JP", "KR", "TW"}

    @property
    def whole_units(self) -> bool:
        """Whether the currency knows no cents."""
        return self.currency in {"JPY", "KRW"}


_EUROPEAN = "{street} {number}\n{city}"
_FRENCH = "{number}, {street}\n{city}"
_ASIAN = "{city}{street}{number}"

# fmt: off
COUNTRIES: tuple[Country, ...] = (
    Country("DE", "Germany", "Deutschland", "EUR", 10_000, 19.0, "+49", "de", "Europe/Berlin", 18, "30 23125 ###", _EUROPEAN,
            "Lindenstraße;Am Grünen Hügel;Mühlenweg;Schloßallee;Königstraße",
            "20095 Hamburg;80331 München;10115 Berlin;50667 Köln;79098 Freiburg im Breisgau;01067 Dresden"),
    Country("AT", "Austria", "Österreich", "EUR", 10_000, 20.0, "+43", "de-AT", "Europe/Vienna", 5, "512 555 01##", _EUROPEAN,
            "Höttinger Gasse;Bergstraße;Am Jöchl;Kirchplatz",
            "6020 Innsbruck;1070 Wien;5020 Salzburg;8010 Graz"),
    Country("FR", "France", "France", "EUR", 10_000, 20.0, "+33", "fr", "Europe/Paris", 11, "1 99 00 ## ##", _FRENCH,
            "rue de l’Église;avenue du Mont-Blanc;place Garibaldi;chemin des Écoliers",
            "74400 Chamonix-Mont-Blanc;69001 Lyon;38000 Grenoble;75011 Paris;44000 Nantes"),
    Country("NL", "Netherlands", "Nederland", "EUR", 10_000, 21.0, "+31", "nl", "Europe/Amsterdam", 10, "20 555 01##", _EUROPEAN,
            "Prinsengracht;Dorpsstraat;’t Veer;IJsseldijk",
            "1015 DV Amsterdam;3011 AA Rotterdam;9711 LM Groningen;6211 CX Maastricht"),
    Country("GB", "United Kingdom", "United Kingdom", "GBP", 8_560, 20.0, "+44", "en-GB", "Europe/London", 13, "7700 900###",
            "{number} {street}\n{city}", "Station Road;Lake Rise;St. John’s Terrace;The Haybarn, Fell Lane",
            "Keswick CA12 5XX;Edinburgh EH1 1XX;Bristol BS1 4XX;Leeds LS1 5XX;Bangor LL57 1XX"),
    Country("SE", "Sweden", "Sverige", "SEK", 114_230, 25.0, "+46", "sv", "Europe/Stockholm", 6, "8 465 004 ##", _EUROPEAN,
            "Kungsgatan;Ängsvägen;Björkstigen;Östra Hamngatan", "411 09 Göteborg;111 22 Stockholm;831 30 Östersund;223 50 Lund"),
    Country("NO", "Norway", "Norge", "NOK", 116_850, 25.0, "+47", "nb", "Europe/Oslo", 6, "21 55 01 ##", _EUROPEAN,
            "Storgata;Sjøgata;Grønnåsen;Fjellveien", "9008 Tromsø;5003 Bergen;0150 Oslo;7011 Trondheim"),
    Country("FI", "Finland", "Suomi", "EUR", 10_000, 25.5, "+358", "fi", "Europe/Helsinki", 3, "9 555 01##", _EUROPEAN,
            "Mäkikatu;Järvitie;Hämeenkatu", "96200 Rovaniemi;00100 Helsinki;33100 Tampere"),
    Country("ES", "Spain", "España", "EUR", 10_000, 21.0, "+34", "es", "Europe/Madrid", 6, "94 555 01 ##",
            "{street}, {number}\n{city}", "Calle de la Montaña;Paseo del Río;Plaza Mayor;Peñascal kalea",
            "48001 Bilbao;28004 Madrid;08001 Barcelona;18009 Granada"),
    Country("IT", "Italy", "Italia", "EUR", 10_000, 22.0, "+39", "it", "Europe/Rome", 4, "02 555 01##", _EUROPEAN,
            "Via dei Mille;Corso Venezia;Vicolo della Libertà", "20121 Milano MI;39100 Bolzano BZ;10121 Torino TO"),
    Country("GR", "Greece", "Ελλάδα", "EUR", 10_000, 24.0, "+30", "el", "Europe/Athens", 3, "231 555 01##", _EUROPEAN,
            "Οδός Ολύμπου;Λεωφόρος Νίκης;Αγίου Δημητρίου", "546 24 Θεσσαλονίκη;105 57 Αθήνα;455 00 Ιωάννινα"),
    Country("UA", "Ukraine", "Україна", "UAH", 452_100, 20.0, "+380", "uk", "Europe/Kyiv", 2, "44 555 01 ##",
            "{street}, {number}\n{city}", "вул. Лесі Українки;вул. Городоцька;пл. Ринок",
            "79008 Львів;01001 Київ;76018 Івано-Франківськ"),
    Country("GE", "Georgia", "საქართველო", "GEL", 29_400, 18.0, "+995", "ka", "Asia/Tbilisi", 1, "32 255 01 ##", _EUROPEAN,
            "რუსთაველის გამზირი;აღმაშენებლის ქუჩა", "0108 თბილისი;4600 ქუთაისი"),
    Country("IL", "Israel", "ישראל", "ILS", 40_120, 18.0, "+972", "he", "Asia/Jerusalem", 3, "3 555 01##", _EUROPEAN,
            "רחוב דיזנגוף;שדרות רוטשילד;רחוב הרצל", "6433222 תל אביב-יפו;9422805 ירושלים;3303310 חיפה"),
    Country("AE", "United Arab Emirates", "الإمارات العربية المتحدة", "AED", 39_750, 5.0, "+971", "ar", "Asia/Dubai", 2,
            "4 555 01##", _EUROPEAN, "شارع الشيخ زايد;شارع الكورنيش;شارع الوحدة", "دبي;أبوظبي;العين"),
    Country("IN", "India", "भारत", "INR", 912_500, 18.0, "+91", "hi", "Asia/Kolkata", 3, "11 5550 01##", _EUROPEAN,
            "महात्मा गांधी मार्ग;मॉल रोड;स्टेशन रोड", "नई दिल्ली 110001;शिमला 171001;देहरादून 248001"),
    Country("JP", "Japan", "日本", "JPY", 1_623_000, 10.0, "+81", "ja", "Asia/Tokyo", 8, "3 5550 01##", _ASIAN,
            "中央区南;北区;旭町;桜台", "〒060-0001 北海道札幌市;〒104-0061 東京都;〒604-8001 京都府京都市;〒390-0811 長野県松本市"),
    Country("KR", "South Korea", "대한민국", "KRW", 14_870_000, 10.0, "+82", "ko", "Asia/Seoul", 3, "2 555 01##", _ASIAN,
            " 종로 ; 중앙로 ; 한라산길 ", "03154 서울특별시;48058 부산광역시;63122 제주시"),
    Country("TW", "Taiwan", "臺灣", "TWD", 350_400, 5.0, "+886", "zh-Hant", "Asia/Taipei", 3, "2 5550 01##", _ASIAN,
            "信義路;中山北路;民生東路", "110 臺北市;402 臺中市;970 花蓮縣"),
    Country("CA", "Canada", "Canada", "CAD", 15_180, 5.0, "+1", "en-CA", "America/Vancouver", 6, "604 555 01##",
            "{number} {street}\n{city}", "Granville Street;Arbutus Walk;Rue Saint-Édouard",
            "Vancouver BC  V5K 0A1;Calgary AB  T2P 1J9;Whistler BC  V8E 0A1"),
)
# fmt: on

BY_CODE = {country.code: country for country in COUNTRIES}


@dataclass(frozen=True)
class Store:
    """A shop, or the warehouse (store 1). `closed_on` is None while it is open; days are ISO texts."""

    store_id: int
    code: str
    name: str
    address: str
    latitude: float
    longitude: float
    opened_on: str
    closed_on: str | None = None
    snow: float = 0.0
    """How wintry the place is, 0 to 1: what is rented there, and the weather."""

    @property
    def country(self) -> Country:
        return BY_CODE[self.code]

    @property
    def city(self) -> str:
        return self.name.rpartition(" ")[2] if self.store_id == 1 else self.name.removeprefix("Plover & Pine ")


# fmt: off
STORES: tuple[Store, ...] = (
    Store(1, "NL", "Warehouse Rotterdam", "Maasvlakteweg 951\n3199 LZ Rotterdam\nNederland", 51.9496, 4.0115, "2018-02-01"),
    Store(2, "DE", "Plover & Pine Hamburg", "Lange Reihe 30–36\n20099 Hamburg\nDeutschland", 53.5567, 10.0104, "2016-03-19", snow=0.2),
    Store(3, "DE", "Plover & Pine München", "Fraunhoferstraße 18\n80469 München\nDeutschland", 48.1304, 11.5735, "2017-09-02", snow=0.5),
    Store(4, "AT", "Plover & Pine Innsbruck", "Maria-Theresien-Straße 7\n6020 Innsbruck\nÖsterreich", 47.2654, 11.3945, "2018-11-24", snow=0.8),
    Store(5, "FR", "Plover & Pine Chamonix", "112, rue du Docteur-Paccard\n74400 Chamonix-Mont-Blanc\nFrance", 45.9237, 6.8694, "2019-12-07", snow=0.9),
    Store(6, "NL", "Plover & Pine Amsterdam", "Haarlemmerdijk 88\n1013 JG Amsterdam\nNederland", 52.3821, 4.8870, "2015-05-09", snow=0.1),
    Store(7, "GB", "Plover & Pine Keswick", "9 Lake Road\nKeswick\nCA12 5XX\nUnited Kingdom", 54.5997, -3.1355, "2019-04-06", snow=0.3),
    Store(8, "GB", "Plover & Pine Edinburgh", "41 Cockburn Street\nEdinburgh\nEH1 1XX\nUnited Kingdom", 55.9507, -3.1886, "2021-06-12", snow=0.3),
    Store(9, "SE", "Plover & Pine Göteborg", "Haga Nygata 12\n413 01 Göteborg\nSverige", 57.6990, 11.9561, "2020-08-22", snow=0.4),
    Store(10, "NO", "Plover & Pine Tromsø", "Storgata 73\n9008 Tromsø\nNorge", 69.6496, 18.9560, "2021-10-30", snow=1.0),
    Store(11, "ES", "Plover & Pine Bilbao", "Ledesma kalea, 4\n48001 Bilbao\nEspaña", 43.2627, -2.9290, "2020-02-15", "2025-02-28"),
    Store(12, "GR", "Plover & Pine Θεσσαλονίκη", "Λεωφόρος Νίκης 27\n546 24 Θεσσαλονίκη\nΕλλάδα", 40.6305, 22.9426, "2022-05-21"),
    Store(13, "IL", "Plover & Pine תל־אביב", "רחוב דיזנגוף 112\n6433222 תל אביב-יפו\nישראל", 32.0809, 34.7739, "2022-09-18"),
    Store(14, "JP", "Plover & Pine 札幌", "〒060-0062\n北海道札幌市中央区南2条西5丁目\n日本", 43.0571, 141.3497, "2022-12-03", snow=0.9),
    Store(15, "CA", "Plover & Pine Vancouver", "1745 W 4th Avenue\nVancouver BC  V6J 1M2\nCanada", 49.2683, -123.1461, "2024-04-13", snow=0.4),
    Store(16, "FI", "Plover & Pine Rovaniemi", "Koskikatu 25\n96200 Rovaniemi\nSuomi", 66.5028, 25.7285, "2025-11-08", snow=1.0),
)
# fmt: on
SHOPS = STORES[1:]
WAREHOUSE_ID = 1
