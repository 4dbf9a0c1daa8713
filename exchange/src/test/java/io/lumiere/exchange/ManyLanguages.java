package io.lumiere.exchange;

import java.util.List;

/** Captions in many languages and scripts, with what folding and cutting them may trip over. */
final class ManyLanguages {
  static final List<String> CAPTIONS =
      List.of(
          "The Beaches of Łódź, O'Brien's well-known café & “Straße” No. 3.5",
          "Ein Bärenfell über der Fußgängerbrücke, 30°C",
          "Cœur d'Alène, l'été à Besançon; ŒUVRE, ﬁn",
          "El niño comió jalapeños en Logroño",
          "São Tomé, avó e avô no coração",
          "Pal·làs, il·lusió a Vilafranca",
          "Smørrebrød på Ærø, Þingvellir í ágúst, Ðe",
          "İstanbul'da ILIK bir akşam, ığdır",
          "Příliš žluťoučký kůň úpěl ďábelské ódy",
          "Gyümölcsös Győrött, ŐŰ",
          "Bún chả ở Hà Nội, đường phố buổi sáng",
          "e\u0301te\u0301 a\u0300 la plage",
          "Чайка над рекой, ёлка и мёд; ЩУКА, Їжак і ґанок",
          "Ἀθῆναι και Θεσσαλονίκη, ΟΔΥΣΣΕΥΣ, ΆΝΟΙΞΗ",
          "בֵּית לֶחֶם בַּחֹרֶף, שׁלום",
          "شَاطِئٌ جميلٌ في الإسكندرية، أربعة ٤",
          "کتاب‌های تازه در تهران، ۱۲۳",
          "सूरज डूब रहा है, क़िला और फ़ोटो १२",
          "সূর্যাস্ত বড় নদীর ধারে",
          "ਸੂਰਜ ਡੁੱਬਣਾ ਪਿੰਡ ਵਿੱਚ ਖ਼ਾਨ",
          "சூரிய அஸ்தமனம் கடற்கரையில்",
          "พระอาทิตย์ตกที่ชายหาด น้ำ",
          "日落海边的老桥，２０２１年",
          "東かがわの海辺で夕日、ガード下",
          "ｶﾀｶﾅ カタカナ ー ヴァイオリン",
          "해변의 일몰, 서울 2021",
          "მზის ჩასვლა ბათუმში",
          "Մայրամուտ Երևանում",
          "ፀሐይ ስትጠልቅ በባሕር ዳር",
          "DSC01234 ＦＵＬＬ ｗｉｄｔｈ foretags\u00adomrade",
          "\u200fזמר\u200e a\u200bb",
          "sunset 🌅 family 👨‍👩‍👧 flag 🇵🇹 thumb 👍🏽 heart ❤️ 1️⃣");

  private ManyLanguages() {}
}
