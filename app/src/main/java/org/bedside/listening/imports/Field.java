package org.bedside.listening.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a column of a file may be. */
public enum Field {
  TEXT(
      "text",
      "review",
      "reviewtext",
      "comment",
      "comments",
      "reviewcomment",
      "body",
      "content",
      "message",
      "post",
      "tweet",
      "description",
      "feedback",
      "answer",
      "texto",
      "comentario",
      "comentarios",
      "reseña",
      "opinion",
      "opinión",
      "mensaje"),
  ID(
      "id",
      "externalid",
      "reviewid",
      "postid",
      "commentid",
      "tweetid",
      "key",
      "guid",
      "uuid",
      "identifier",
      "identificador",
      "clave"),
  RATING(
      "rating",
      "stars",
      "star",
      "starrating",
      "score",
      "reviewrating",
      "overallrating",
      "rate",
      "calificación",
      "calificacion",
      "valoración",
      "valoracion",
      "puntuación",
      "puntuacion",
      "estrellas"),
  AUTHOR(
      "author",
      "name",
      "user",
      "username",
      "reviewer",
      "reviewername",
      "reviewerdisplayname",
      "displayname",
      "writer",
      "by",
      "autor",
      "autora",
      "usuario",
      "nombre"),
  DATE(
      "date",
      "publishedat",
      "published",
      "time",
      "timestamp",
      "created",
      "createdat",
      "createtime",
      "createtimeutc",
      "reviewdate",
      "posted",
      "postedat",
      "datetime",
      "pubdate",
      "fecha",
      "publicado"),
  TITLE("title", "subject", "headline", "summary", "reviewtitle", "título", "titulo", "asunto"),
  QUESTION("question", "prompt", "questionasked", "pregunta"),
  URL("url", "link", "address", "permalink", "reviewurl", "posturl", "enlace"),
  LANGUAGE("lang", "language", "locale", "idioma", "lengua"),
  COUNTRY("country", "countrycode", "país", "pais"),
  LOCATION(
      "location",
      "place",
      "site",
      "facility",
      "hospital",
      "clinic",
      "branch",
      "locationname",
      "lugar",
      "sede",
      "centro",
      "ubicación",
      "ubicacion");

  // List.of gives lists that nobody can change.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> headings;

  Field(String... headings) {
    this.headings = List.of(headings);
  }

  /** Its name on the wire, in lower case. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The field of that key. */
  public static Optional<Field> ofKey(String key) {
    return Arrays.stream(values())
        .filter(field -> field.key().equals(key.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  /**
   * How well a heading fits: 0 is best, -1 not at all. A heading that only contains the word comes
   * after all that are the word.
   */
  int fit(String heading) {
    String plain = plain(heading);
    int exact = headings.indexOf(plain);
    if (exact >= 0) {
      return exact;
    }
    Set<String> words =
        Set.copyOf(Arrays.asList(heading.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")));
    for (int i = 0; i < headings.size(); i++) {
      if (words.contains(headings.get(i))) {
        return 100 + i;
      }
    }
    return -1;
  }

  private static String plain(String heading) {
    return heading
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
