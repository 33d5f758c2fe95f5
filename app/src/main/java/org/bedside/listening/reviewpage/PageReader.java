package org.bedside.listening.reviewpage;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bedside.outbound.Answer;
import org.bedside.outbound.WebAddress;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads the reviews of a page. Where it marks them up in several syntaxes, the one with the most
 * reviews is read, JSON-LD before microdata before RDFa, and the others are not mixed in.
 */
final class PageReader {

  private static final int MOST = 1_000;
  private static final Set<String> WITH_AVERAGE =
      Set.of("AggregateRating", "EmployerAggregateRating", "Review-aggregate");

  private PageReader() {}

  static ReviewPage read(Answer.Fetched fetched, Instant now) {
    return read(
        fetched.body().bytes(),
        fetched.headers().mediaType(),
        fetched.headers().charset(),
        fetched.url(),
        now);
  }

  static ReviewPage read(
      byte[] bytes, String type, @Nullable Charset stated, URI url, Instant now) {
    if (type.endsWith("json")) {
      List<Item> items = JsonLd.read(new String(bytes, StandardCharsets.UTF_8));
      return page(items, reviews(items, url, now), "", Optional.empty());
    }
    Document page = document(bytes, stated, url);
    Markup markup = new Markup(bytes.length);
    List<Item> best = List.of();
    Map<String, Review> most = Map.of();
    for (List<Item> items :
        List.of(JsonLd.read(page), Microdata.read(page, markup), Rdfa.read(page, markup))) {
      Map<String, Review> found = reviews(items, url, now);
      boolean averageAtLeast = best.isEmpty() && found.isEmpty();
      if (found.size() > most.size() || averageAtLeast) {
        best = items;
        most = found;
      }
    }
    return page(best, most, page.title(), next(page, url));
  }

  private static Document document(byte[] bytes, @Nullable Charset stated, URI url) {
    try (var in = new java.io.ByteArrayInputStream(bytes)) {
      return Jsoup.parse(in, stated == null ? null : stated.name(), url.toString());
    } catch (IOException e) {
      // A page that isn't in the charset that it states.
      return Jsoup.parse(new String(bytes, StandardCharsets.ISO_8859_1), url.toString());
    }
  }

  private static ReviewPage page(
      List<Item> items, Map<String, Review> reviews, String title, Optional<URI> next) {
    String name = title.strip();
    ReviewPage.@Nullable Average average = null;
    for (Item item : items) {
      Optional<Item> rating = item.thing("aggregateRating", "aggregate");
      if (average == null && rating.isPresent()) {
        average = average(rating.get());
        name = item.said("name").isBlank() ? name : item.said("name");
      }
    }
    for (Item item : items) {
      if (average == null && item.isAny(WITH_AVERAGE)) {
        average = average(item);
      }
    }
    String shown = name.length() > 200 ? name.substring(0, 200) : name;
    return new ReviewPage(shown, List.copyOf(reviews.values()), average, next);
  }

  private static ReviewPage.@Nullable Average average(Item rating) {
    Optional<Double> stars = Stars.of(rating);
    String digits = rating.said("reviewCount", "ratingCount").replaceAll("[^0-9]", "");
    int count = digits.isEmpty() || digits.length() > 9 ? 0 : Integer.parseInt(digits);
    return stars.map(s -> new ReviewPage.Average(s, count)).orElse(null);
  }

  private static Map<String, Review> reviews(List<Item> items, URI url, Instant now) {
    Map<String, Integer> ids = new HashMap<>();
    for (Item item : items) {
      if (item.isAny(Reviews.TYPES)) {
        ids.merge(Reviews.id(item, url), 1, Integer::sum);
      }
    }
    Map<String, Review> found = new LinkedHashMap<>();
    for (Item item : items) {
      if (item.isAny(Reviews.TYPES) && found.size() < MOST) {
        String id = Reviews.id(item, url);
        boolean own = !id.isEmpty() && ids.getOrDefault(id, 0) == 1;
        Review review = Reviews.read(item, own ? id : null, url, now);
        if (!review.text().isBlank() || review.stars() != null) {
          found.putIfAbsent(review.key(), review);
        }
      }
    }
    return found;
  }

  private static Optional<URI> next(Document page, URI at) {
    for (Element link : page.select("link[rel][href], a[rel][href]")) {
      String rel = " " + link.attr("rel").toLowerCase(Locale.ROOT) + " ";
      if (rel.contains(" next ")) {
        return WebAddress.resolve(at, link.attr("href"))
            .filter(WebAddress::isWeb)
            .filter(url -> at.getHost().equalsIgnoreCase(url.getHost()) && !url.equals(at));
      }
    }
    return Optional.empty();
  }
}
