package org.bedside.understanding.watch;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.bedside.understanding.Post;
import org.jspecify.annotations.Nullable;

/**
 * Queries and posts by chance, always the same for a seed. Few different words, so that they often
 * meet; among them what people and machines write that trips readers of text: accents composed and
 * not, stacked marks, right to left, scripts without spaces, emoji, halves of characters.
 */
final class RandomTexts {

  static final List<String> WORDS =
      List.of(
          "mercy",
          "Mercy",
          "MERCÝ",
          "ward",
          "wards",
          "nurse",
          "nursing",
          "straße",
          "care",
          "well_kept",
          "北京",
          "京",
          "😀",
          "24",
          "o'neil",
          "new-born",
          "st",
          "st.",
          "#mercy",
          "#Ward9",
          "@mercy",
          "@mercy.example.org",
          "@ann@mercy.example",
          "mercy.example.org",
          "care.Nurse",
          "example.org",
          "_ward_",
          "a...b",
          "mail@example.org",
          "niño",
          "nin\u0303o",
          "CLÍNICA",
          "clínicas",
          "corazón",
          "m\u0335\u0321e\u0301r\u0337c\u0336y\u0334\u0489",
          "مستشفى",
          "مُسْتَشْفَى",
          "\u200Fבית",
          "בֵּית",
          "Ёлка",
          "ЕЛКА",
          "病院",
          "ガ",
          "한국",
          "\u1112\u1161\u11AB\u1100\u116E\u11A8",
          "ที่",
          "हिन्दी",
          "👩\u200D⚕\uFE0F",
          "👍🏽",
          "❤\uFE0F",
          "🇲🇽",
          "\uD83D",
          "\uDE00",
          "mer\u00ADcy",
          "mer\u200Bcy",
          "mercy\u202Eward",
          "ＭＥＲＣＹ",
          "ﬁt",
          "Œuvre",
          "Łódź",
          "İstanbul",
          "ΣΑΣ",
          "#Niño",
          "#مستشفى",
          "京#mercy",
          "#_ward",
          "#ward",
          "#!",
          "@niño",
          "médico.es",
          "\u0000",
          "A&E",
          "100%",
          ":-(",
          "nurse's",
          "Mercy, ward",
          "new born",
          "st mercy",
          "rude nursing care",
          "mercy ward care",
          "niño #niño",
          "🇲🇽 in mercy",
          "@ann@mercy.example ward");
  private static final List<String> GLUE =
      List.of(" ", " ", " ", " ", " ", ", ", ". ", "! ", "-", "/", "'", " _", "\n", "\u00A0", "");

  static final List<String> ATOMS =
      List.of(
          "mercy",
          "ward",
          "nurse",
          "nursing",
          "nurs*",
          "w*s",
          "wa*",
          "care",
          "strasse",
          "STRASSE*",
          "京",
          "😀",
          "24",
          "o'neil",
          "st",
          "well_kept",
          "new",
          "born",
          "#mercy",
          "#war*",
          "@mercy",
          "@mer*",
          "@mercy.example.org",
          "@ann@mercy.example",
          "mercy.example.org",
          "example.org",
          "neil",
          "\"mercy ward\"",
          "\"new born\"",
          "\"st mercy\"",
          "\"nurs* care\"",
          "\"ward ward\"",
          "\"mercy #mercy\"",
          "\"mercy ward\"~1",
          "\"ward mercy care\"~2",
          "\"ward ward\"~1",
          "\"nurs* nurse\"~1",
          "raw:Mercy",
          "raw:st.",
          "raw:\"Mercy, ward\"",
          "raw:_ward_",
          "raw:#Ward9",
          "niño",
          "nino",
          "clinica*",
          "coraz*n",
          "مستشفى",
          "مست*",
          "בית",
          "елка",
          "病",
          "病院",
          "ガ",
          "한국",
          "한*",
          "ที่",
          "हिन्दी",
          "⚕",
          "👍",
          "👍🏽",
          "❤",
          "🇲🇽",
          "cy",
          "mercyward",
          "fit",
          "oeuvre",
          "lodz",
          "istanbul",
          "σας",
          "#niño",
          "#مست*",
          "#ward",
          "@nino",
          "médico.es",
          "A&E",
          "raw:niño",
          "raw:A&E",
          "raw:100%",
          "raw:❤\uFE0F",
          "raw:ΣΑΣ",
          "raw:ward",
          "\"niño #niño\"",
          "\"病院 mercy\"~3",
          "\"ward mercy*\"",
          "\"🇲🇽 mercy\"~4");
  static final List<String> FIELDS =
      List.of(
          "author:ann",
          "author:\"ann lee\"",
          "author:le*",
          "source:reviews",
          "site:example.org",
          "url:www.example.org",
          "lang:en",
          "lang:pt-BR",
          "country:US",
          "rating:1",
          "rating:<=2",
          "rating:>3",
          "rating:2..4",
          "raw:\"!\"",
          "raw:\u0000",
          "raw:\":-(\"",
          "raw:\uD83D",
          "author:jose",
          "author:\"josé ñ*\"",
          "author:@ann_lee",
          "source:(reviews OR town)",
          "lang:(en OR pt)",
          "rating:(1 OR >=4.5)",
          "site:org");

  private final Random random;

  RandomTexts(Random random) {
    this.random = random;
  }

  String query(int depth) {
    int kind = random.nextInt(depth == 0 ? 4 : 12);
    return switch (kind) {
      case 0, 1, 2 -> pick(ATOMS);
      case 3 -> pick(FIELDS);
      case 4, 5 -> part(depth) + " AND " + part(depth);
      case 6 -> part(depth) + " " + part(depth);
      case 7, 8 -> part(depth) + " OR " + part(depth);
      case 9 -> part(depth) + " NOT " + part(depth);
      default -> near(depth);
    };
  }

  private String part(int depth) {
    String query = query(depth - 1);
    return random.nextInt(4) == 0 ? "NOT (" + query + ")" : "(" + query + ")";
  }

  private String near(int depth) {
    String left = random.nextInt(3) == 0 && depth > 0 ? "(" + near(depth - 1) + ")" : any();
    return left + " NEAR/" + random.nextInt(5) + (random.nextBoolean() ? "f " : " ") + any();
  }

  private String any() {
    if (random.nextInt(3) == 0) {
      return "(" + pick(ATOMS) + " OR " + pick(ATOMS) + ")";
    }
    return pick(ATOMS);
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private @Nullable String maybe(String... values) {
    int choice = random.nextInt(values.length + 1);
    return choice == values.length ? null : values[choice];
  }

  Post post() {
    // Few of the words in one post, so that they repeat and stand beside one another.
    List<String> few = Stream.generate(() -> pick(WORDS)).limit(9).toList();
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(30);
    for (int i = 0; i < length; i++) {
      text.append(pick(few)).append(pick(GLUE));
    }
    return new Post(
        "p",
        text.toString(),
        null,
        random.nextBoolean() ? null : random.nextInt(11) / 2.0,
        maybe("Ann Lee", "ann", "@ann_lee", "Lee, Ann", "JOSÉ ÑANDÚ"),
        maybe("https://www.example.org/a?b", "https://example.com", "http://example.org:80"),
        maybe("Reviews", "town news"),
        maybe("en", "en-US", "pt-BR"),
        maybe("US", "gb"),
        null);
  }
}
