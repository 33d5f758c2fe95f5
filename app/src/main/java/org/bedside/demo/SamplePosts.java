package org.bedside.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The invented posts: some written out, the others put together from sentences. The same anchor
 * gives the same posts. Use one instance once and from one thread.
 */
final class SamplePosts {

  private static final String WRITTEN = "/demo/posts.jsonl";
  private static final long SEED = 20_26;
  private static final int USUAL = 250;
  private static final int BAD_SPELL = 26;
  private static final int MINUTES = 84 * 24 * 60;
  private static final int LONG_POST_SENTENCES = 60;

  private final SplittableRandom random = new SplittableRandom(SEED);
  private final Composer composer = new Composer(Sentences.read(), random);
  private final Instant anchor;

  /**
   * @param anchor the moment before which all of it was published
   */
  SamplePosts(Instant anchor) {
    this.anchor = anchor;
  }

  /** All of them, oldest first. */
  List<SamplePost> all() {
    List<SamplePost> posts = new ArrayList<>(written());
    for (int i = 0; i < USUAL; i++) {
      posts.add(usual("usual-" + i));
    }
    for (int i = 0; i < BAD_SPELL; i++) {
      posts.add(ofTheBadSpell("spell-" + i));
    }
    posts.add(longOne());
    posts.sort(Comparator.comparing(SamplePost::publishedAt).thenComparing(SamplePost::key));
    return List.copyOf(posts);
  }

  private List<SamplePost> written() {
    JsonMapper json = new JsonMapper();
    List<SamplePost> posts = new ArrayList<>();
    for (String line : Sentences.lines(WRITTEN)) {
      JsonNode post = json.readTree(line);
      JsonNode rating = post.get("rating");
      posts.add(
          new SamplePost(
              "written-" + posts.size(),
              Outlet.of(post.get("source").asString()),
              post.get("text").asString(),
              text(post, "title"),
              text(post, "question"),
              rating == null ? null : rating.asDouble(),
              text(post, "author"),
              text(post, "lang"),
              ago(post.get("minutes").asInt()),
              placeOf(text(post, "place"))));
    }
    return posts;
  }

  private static @Nullable String text(JsonNode post, String name) {
    JsonNode value = post.get(name);
    return value == null ? null : value.asString();
  }

  private static @Nullable Place placeOf(@Nullable String key) {
    for (Place place : Place.values()) {
      if (place.key().equals(key)) {
        return place;
      }
    }
    return null;
  }

  private SamplePost usual(String key) {
    Place place = anyPlace();
    double draw = random.nextDouble();
    Outlet outlet =
        draw < 0.62
            ? Outlet.GOOGLE
            : draw < 0.86 ? Outlet.SURVEY : draw < 0.94 ? Outlet.BLUESKY : Outlet.COURIER;
    // A little more of late than long ago, and nothing newer than what is written out.
    int minutes = (int) (180 + Math.pow(random.nextDouble(), 1.15) * (MINUTES - 180));
    return made(key, outlet, composer.usual(place), place, ago(minutes));
  }

  /** Three weeks ago nobody could reach Riverside, and whoever went there waited. */
  private SamplePost ofTheBadSpell(String key) {
    double draw = random.nextDouble();
    Outlet outlet = draw < 0.65 ? Outlet.GOOGLE : draw < 0.85 ? Outlet.SURVEY : Outlet.BLUESKY;
    int minutes = random.nextInt(18 * 24 * 60, 25 * 24 * 60);
    return made(
        key,
        outlet,
        composer.blame(Place.RIVERSIDE, List.of("phones", "waiting", "phones", "appointments")),
        Place.RIVERSIDE,
        ago(minutes));
  }

  private SamplePost longOne() {
    return made(
        "long",
        Outlet.GOOGLE,
        composer.veryLong(Place.MAIN, LONG_POST_SENTENCES),
        Place.MAIN,
        ago(4_300));
  }

  private SamplePost made(
      String key, Outlet outlet, Composer.Words words, Place place, Instant at) {
    boolean open = outlet == Outlet.BLUESKY || outlet == Outlet.COURIER;
    String name = place.description().name();
    String text = open && !words.text().contains(name) ? name + ": " + words.text() : words.text();
    return new SamplePost(
        key,
        outlet,
        text,
        null,
        outlet == Outlet.SURVEY ? composer.question(words) : null,
        outlet == Outlet.GOOGLE ? composer.stars(words) : null,
        outlet == Outlet.SURVEY ? null : composer.author(),
        null,
        at,
        open ? null : place);
  }

  private Place anyPlace() {
    double draw = random.nextDouble();
    for (Place place : Place.values()) {
      draw -= place.share();
      if (draw < 0) {
        return place;
      }
    }
    return Place.MAIN;
  }

  private Instant ago(int minutes) {
    return anchor.minus(Duration.ofMinutes(minutes));
  }
}
