package org.bedside.demo;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bedside.identity.SignedIn;
import org.bedside.listening.PostIntake;
import org.bedside.listening.RawPost;
import org.bedside.listening.Received;
import org.bedside.listening.Source;
import org.bedside.listening.Sources;
import org.bedside.listening.StoredWatch;
import org.bedside.listening.Watches;
import org.bedside.understanding.WatchSyntaxException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Sources, watches and posts of the sample organization; keyed, so that nothing comes in twice. */
@Component
@ConditionalOnBooleanProperty("bedside.demo")
class SampleListening {

  private static final Map<String, String> WATCHES =
      Map.of(
          "Our names",
          "larkspur OR \"riverside clinic\" OR \"northgate urgent care\" OR @larkspurhealth",
          "Waiting and phones",
          "(larkspur OR riverside OR northgate) AND"
              + " (wait* OR \"on hold\" OR voicemail OR \"nobody answers\" OR espera*)",
          "Lawyers and press",
          "(lawyer OR attorney OR \"HIPAA complaint\" OR reporter OR newsroom) NOT \"book cart\"");

  private final Sources sources;
  private final Watches watches;
  private final PostIntake intake;

  SampleListening(Sources sources, Watches watches, PostIntake intake) {
    this.sources = sources;
    this.watches = watches;
    this.intake = intake;
  }

  /** Adds the watches that are missing; before the posts, which they are held against. */
  void watches(SignedIn by) {
    List<String> known = watches.all().stream().map(StoredWatch::name).toList();
    WATCHES.forEach(
        (name, query) -> {
          if (!known.contains(name)) {
            try {
              watches.add(name, query, by);
            } catch (WatchSyntaxException e) {
              throw new IllegalStateException(name, e);
            }
          }
        });
  }

  /** Takes in the posts that are missing. */
  void posts(List<SamplePost> posts, Map<Place, UUID> places, SignedIn by) {
    for (Outlet outlet : Outlet.values()) {
      List<RawPost> raw =
          posts.stream()
              .filter(post -> post.outlet() == outlet)
              .map(post -> post.raw(places))
              .toList();
      Received received = intake.receive(source(outlet, places, by).id(), raw);
      if (!received.rejected().isEmpty()) {
        throw new IllegalStateException(outlet + " rejected: " + received.rejected());
      }
    }
  }

  private Source source(Outlet outlet, Map<Place, UUID> places, SignedIn by) {
    return sources.all().stream()
        .filter(known -> known.name().equals(outlet.title()))
        .findFirst()
        .orElseGet(
            () ->
                sources.add(
                    outlet.kind(),
                    outlet.title(),
                    null,
                    outlet.takes(),
                    outlet.aboutMain() ? places.get(Place.MAIN) : null,
                    by));
  }
}
