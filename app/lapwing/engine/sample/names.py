"""Given and family names of twenty countries, in their own scripts.

A name whose script is not Latin is written `Latin:own script`; the Latin form ends up in e-mail addresses.
"""

# ruff: noqa: E501  (a table of texts is read along its rows)

GIVEN: dict[str, str] = {
    "DE": "Anna Jonas Lena Lukas Mia Felix Clara Jürgen Käthe Björn Sofie Matthias Änne Till Ronja Götz Friederike Maximilian",
    "AT": "Katharina Sepp Magdalena Florian Theresa Lorenz Resi Dominik Valentina Korbinian Hannah Günther Elfriede Moritz",
    "FR": "Amélie Hugo Zoë Théo Chloé Noël Inès Étienne Manon Loïc Françoise Gaël Léonie Rémi Maëlys Cédric Océane Jérôme",
    "NL": "Sanne Daan Fleur Sem Noor Thijs Lieke Bram Maartje Joost Femke Ruben Anouk Sjoerd Geertje Luuk Eefje Coen",
    "GB": "Olivia Harry Isla George Poppy Alfie Niamh Rhys Siân Callum Freya Angus Imogen Tariq Priya Owen Maisie Hamish",
    "SE": "Astrid Åke Ebba Björn Maja Östen Linnéa Göran Saga Nils Alva Håkan Tuva Lars Märta Viggo Elsa Sören",
    "NO": "Ingrid Øyvind Solveig Håkon Nora Bjørn Åse Magnus Frøya Sindre Ragnhild Tor Eirin Jørgen Liv Håvard",
    "FI": "Aino Väinö Helmi Eetu Sääri Onni Kyllikki Jääskä Venla Eero Päivi Mikko Tuuli Antti Sirpa Yrjö",
    "ES": "Lucía Mateo Sofía Iñaki Begoña Álvaro Martín Núria Xabier Inés Joaquín Ainhoa Íñigo Carmen Andrés Leire Rubén",
    "IT": "Giulia Lorenzo Chiara Niccolò Alessia Matteo Beatrice Gianluca Noemi Davide Serena Tommaso Elisa Raffaele Ornella",
    "GR": "Maria:Μαρία Giorgos:Γιώργος Eleni:Ελένη Dimitris:Δημήτρης Katerina:Κατερίνα Nikos:Νίκος Sofia:Σοφία "
    "Giannis:Γιάννης Ioanna:Ιωάννα Kostas:Κώστας Vasiliki:Βασιλική Spyros:Σπύρος Danai:Δανάη Thanasis:Θανάσης",
    "UA": "Oksana:Оксана Andriy:Андрій Olena:Олена Taras:Тарас Yuliya:Юлія Mykola:Микола Solomiya:Соломія Bohdan:Богдан "
    "Iryna:Ірина Yevhen:Євген Zlata:Злата Ihor:Ігор",
    "GE": "Nino:ნინო Giorgi:გიორგი Tamar:თამარ Luka:ლუკა Mariam:მარიამ Davit:დავით Ketevan:ქეთევან Irakli:ირაკლი "
    "Salome:სალომე Zurab:ზურაბ",
    "IL": "Noa:נועה David:דוד Tamar:תמר Yosef:יוסף Maya:מאיה Itai:איתי Shira:שירה Eitan:איתן Adi:עדי Yael:יעל Amir:אמיר "
    "Michal:מיכל Omer:עומר",
    "AE": "Fatima:فاطمة Mohammed:محمد Aisha:عائشة Khalid:خالد Mariam:مريم Omar:عمر Noura:نورة Yusuf:يوسف Layla:ليلى "
    "Hamdan:حمدان Salma:سلمى Rashid:راشد",
    "IN": "Ananya:अनन्या Arjun:अर्जुन Priya:प्रिया Vikram:विक्रम Kavita:कविता Rohan:रोहन Lakshmi:लक्ष्मी Siddharth:सिद्धार्थ "
    "Meera:मीरा Aditya:आदित्य Sunita:सुनीता Krishna:कृष्ण",
    "JP": "Aoi:葵 Haruto:陽翔 Hina:陽菜 Ren:蓮 Yui:結衣 Sota:颯太 Sakura:さくら Yuto:悠斗 Misaki:美咲 Daiki:大輝 Nanami:七海 "
    "Kenta:健太 Kaori:香織 Takumi:拓海 Emi:エミ",
    "KR": "Seo-yeon:서연 Min-jun:민준 Ji-woo:지우 Ha-eun:하은 Do-yun:도윤 Soo-ah:수아 Ji-ho:지호 Ye-jin:예진 Hyun-woo:현우 "
    "Da-eun:다은 Jun-seo:준서",
    "TW": "Chia-hui:佳慧 Chih-ming:志明 Ya-ting:雅婷 Chun-hung:俊宏 Shu-fen:淑芬 Chien-hung:建宏 Yi-chun:怡君 Wei-ting:威廷 "
    "Hsin-yi:欣怡 Po-han:柏翰 Mei-ling:美玲",
    "CA": "Emma Liam Charlotte Noah Avery Gabriel Élodie Wyatt Chantal Mackenzie Benoît Amrit Océanne Tyler Jocelyne Dakota",
}

FAMILY: dict[str, str] = {
    "DE": "Müller Schmidt Weiß Jäger König Schröder Brandt Böhm Kühn Vogel Lindemann Groß Petersen Yılmaz Wójcik Hoffmann",
    "AT": "Gruber Huber Steinböck Moser Pichler Hofstätter Egger Brunner Thöni Kofler Waldner Leitgeb Schöpf",
    "FR": "Martin Lefèvre Dubois Girard Besançon Moreau Château Rousseau Benoît Garnier L’Hôte D’Arcy Chevallier Peña Nguyễn",
    "NL": "Jansen Visser Bakker Smit Dijkstra Mulder Bos Hendriks Postma Zijlstra Kuipers Blaauw Yıldız Ter-Horst Vermeer",
    "GB": "Smith Jones Taylor O’Brien Davies MacLeod Evans Walker Thwaite Patel Fairbairn Hughes Armitage Llewellyn Okafor",
    "SE": "Andersson Johansson Lindström Åkerlund Bergqvist Öberg Sjöberg Nyström Hägglund Ekström Löfgren Wallin Ström",
    "NO": "Hansen Johansen Bjørnstad Ødegård Lunde Strøm Sæther Bakke Haugen Myhre Ås Dahl Nærum",
    "FI": "Korhonen Virtanen Mäkinen Hämäläinen Räsänen Koskinen Jääskeläinen Nyyssönen Heikkilä Laine Sääskilahti Ylönen",
    "ES": "García Fernández Etxeberria Muñoz Núñez Ibáñez Zubizarreta Peña Castaño Ruiz Ortuño Agirre Domínguez Yáñez",
    "IT": "Rossi Bianchi Esposito Ferrari Colombo D’Angelo Ricci Conti Mancini Viganò Dalmasso Fontana Cantù",
    "GR": "Papadopoulos:Παπαδόπουλος Vlachos:Βλάχος Georgiou:Γεωργίου Nikolaidis:Νικολαΐδης Makris:Μακρής "
    "Pappas:Παππάς Karagiannis:Καραγιάννης Samaras:Σαμαράς Kouris:Κούρης Zervas:Ζερβάς",
    "UA": "Shevchenko:Шевченко Kovalenko:Коваленко Bondarenko:Бондаренко Tkachuk:Ткачук Kravets:Кравець Lysenko:Лисенко "
    "Hnatiuk:Гнатюк Melnyk:Мельник Yakovenko:Яковенко",
    "GE": "Beridze:ბერიძე Kapanadze:კაპანაძე Gelashvili:გელაშვილი Maisuradze:მაისურაძე Lomidze:ლომიძე Kiknadze:კიკნაძე",
    "IL": "Cohen:כהן Levi:לוי Mizrahi:מזרחי Peretz:פרץ Biton:ביטון Friedman:פרידמן Ben-David:בן־דוד Shapira:שפירא Golan:גולן",
    "AE": "Al-Mansoori:المنصوري Al-Nahdi:النهدي Haddad:حداد Al-Shamsi:الشامسي Khoury:خوري Al-Ketbi:الكتبي Nasser:ناصر "
    "Al-Suwaidi:السويدي",
    "IN": "Sharma:शर्मा Patel:पटेल Singh:सिंह Iyer:अय्यर Verma:वर्मा Deshpande:देशपांडे Gupta:गुप्ता Chaudhary:चौधरी Joshi:जोशी",
    "JP": "Sato:佐藤 Suzuki:鈴木 Takahashi:高橋 Tanaka:田中 Watanabe:渡邉 Ito:伊藤 Yamamoto:山本 Nakamura:中村 Kobayashi:小林 "
    "Saito:齋藤 Hayashi:林 Mori:森 Ishikawa:石川 Hasegawa:長谷川 Aoki:青木",
    "KR": "Kim:김 Lee:이 Park:박 Choi:최 Jung:정 Kang:강 Yoon:윤 Lim:임 Han:한 Namgung:남궁",
    "TW": "Chen:陳 Lin:林 Huang:黃 Chang:張 Lee:李 Wang:王 Wu:吳 Tsai:蔡 Hsieh:謝 Ouyang:歐陽",
    "CA": "Tremblay Campbell Roy Gagnon Wilson Côté MacDonald Bélanger Singh Chow Fraser Lévesque Thompson Whitehorse Pelletier",
}

SPECIAL_LETTERS = str.maketrans(
    {"ø": "o", "ß": "ss", "æ": "ae", "ð": "d", "ł": "l", "ı": "i", "’": "", "-": "", "Ø": "o", "Æ": "ae"}
)
"""Letters that Unicode does not decompose into an ASCII letter and a mark."""


def split_names(text: str) -> tuple[tuple[str, str], ...]:
    """Pairs of (Latin, own script) from one of the texts above."""
    pairs = (name.partition(":") for name in text.split())
    return tuple((latin, native or latin) for latin, _, native in pairs)
