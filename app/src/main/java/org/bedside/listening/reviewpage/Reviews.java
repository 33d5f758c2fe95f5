package org.bedside.listening.reviewpage;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.bedside.listening.connector.Dates;
import org.bedside.listening.connector.PlainText;
import org.bedside.outbound.WebAddress;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Reads one review, by schema.org's names and those of data-vocabulary.org before it. */
final class Reviews {

  static final Set<String> TYPES =
      Set.of("Review", "UserReview", "CriticReview", "EmployerReview", "Recommendation");

  private static final Duration AHEAD = Duration.ofDays(1);
  private static final Pattern ESCAPED = Pattern.compile("&(?:[a-zA-Z]{2,8}|#\\d{2,6});");

  private Reviews() {}

  /** The key that the page itself gives a review, or an empty text. */
  static String id(Item review, URI page) {
    String id = review.id();
    if (id != null && !id.startsWith("_:")) {
      return cut(WebAddress.resolve(page, id).map(URI::toString).orElse(id), 1_000);
    }
    String identifier = review.said("identifier");
    if (!identifier.isBlank()) {
      return cut(identifier.strip(), 1_000);
    }
    return url(review, page).filter(url -> !url.equals(page.toString())).orElse("");
  }

  static Review read(Item review, @Nullable String id, URI page, Instant now) {
    Item.Value.Words body =
        review.words("reviewBody", "description", "text").orElse(new Item.Value.Words("", null));
    String title = plain(review.said("headline", "name", "summary")).replace('\n', ' ');
    String text = plain(body.text());
    boolean untitled = title.isEmpty() || text.isEmpty() || text.equals(title);
    return new Review(
        id,
        author(review),
        published(review, now),
        untitled ? null : cut(title, 1_000),
        text.isEmpty() ? title : text,
        stars(review).orElse(null),
        url(review, page).orElse(null),
        language(review, body));
  }

  private static @Nullable String author(Item review) {
    String author = plain(review.said("author", "creator", "reviewer")).replace('\n', ' ');
    return author.isEmpty() ? null : cut(author, 300);
  }

  private static @Nullable Instant published(Item review, Instant now) {
    return Dates.read(review.said("datePublished", "dateCreated", "dtreviewed", "dateModified"))
        .filter(date -> date.isBefore(now.plus(AHEAD)))
        .orElse(null);
  }

  private static Optional<Double> stars(Item review) {
    Optional<Item> rating = review.thing("reviewRating", "rating");
    return rating.isPresent()
        ? Stars.of(rating.get())
        : Stars.of(
            review.said("reviewRating", "rating", "ratingValue"),
            review.said("bestRating"),
            review.said("worstRating"));
  }

  private static Optional<String> url(Item review, URI page) {
    String written = review.said("url");
    return written.isBlank()
        ? Optional.empty()
        : WebAddress.resolve(page, written).filter(WebAddress::isWeb).map(URI::toString);
  }

  private static @Nullable String language(Item review, Item.Value.Words body) {
    String stated = body.lang() != null ? body.lang() : review.said("inLanguage");
    if (stated.isBlank() || stated.length() > 35) {
      return null;
    }
    String tag = Locale.forLanguageTag(stated.strip().replace('_', '-')).toLanguageTag();
    return tag.equals("und") ? null : tag;
  }

  private static String plain(String written) {
    String text =
        ESCAPED.matcher(written).find() ? Parser.unescapeEntities(written, false) : written;
    return PlainText.ofText(text);
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }
}
