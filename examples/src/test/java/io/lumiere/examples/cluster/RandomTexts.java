package io.lumiere.examples.cluster;

import java.util.List;
import java.util.Random;

/** Texts of many scripts and languages: words, names of files, and letters without a meaning. */
final class RandomTexts {
  private static final List<String> SENTENCES =
      List.of(
          "the old bridges are crossing the river in the evenings",
          "die Brücken und Straßen der alten Städte wurden mit dem Fahrrad besucht",
          "les plages de la mer étaient vides pendant les vacances d'hiver",
          "las montañas y los lagos que vimos durante el viaje de verano",
          "as praias do Algarve não estavam cheias, e o mar era azul",
          "città vecchie e montagne con le nevi del Gran Paradiso",
          "Łódź w zimie, żółte liście na ulicach starego miasta",
          "старые мосты через реку вечером",
          "海边的日落 和 山上的湖",
          "夏の海と古い寺の写真",
          "서울의 밤과 오래된 다리",
          "الجسر القديم فوق النهر",
          "पुराना पुल और नदी",
          "สะพานเก่าข้ามแม่น้ำ",
          "IMG_2043 DSC01234_oldTown2019 photo-7b",
          "🌅 🏖️ 👨‍👩‍👧 🇫🇷",
          "ｆｕｌｌ　ｗｉｄｔｈ ﬁnal ﬂight Ǆ İstanbul ΣΊΣΥΦΟΣ",
          "e\u0301te\u0301 naïve co-operate don't O'Neill's U.S.A. 3.14 1,000 a@b.example");

  private final Random random;

  RandomTexts(Random random) {
    this.random = random;
  }

  /** Some words; now and then any characters. */
  String text() {
    if (random.nextInt(6) == 0) {
      return characters(1 + random.nextInt(12));
    }
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i >= 0; i--) {
      String[] words = SENTENCES.get(random.nextInt(SENTENCES.size())).split(" ");
      int from = random.nextInt(words.length);
      for (int at = from; at < Math.min(words.length, from + 3); at++) {
        text.append(text.isEmpty() ? "" : " ").append(words[at]);
      }
    }
    return text.toString();
  }

  /** A text that can be the name of a file. */
  String name() {
    String name = text().replaceAll("[/\\p{Cntrl}]", "_").strip();
    return name.isEmpty() ? "_" : name;
  }

  /** Whatever Unicode has, half of the time from one of its blocks. */
  private String characters(int count) {
    int block = random.nextInt(0x300) << 8;
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      int point =
          random.nextBoolean() ? block + random.nextInt(0x100) : random.nextInt(0x20, 0x3000);
      if (Character.isDefined(point) && Character.getType(point) != Character.SURROGATE) {
        text.appendCodePoint(point);
      }
    }
    return text.toString();
  }
}
