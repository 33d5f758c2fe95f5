package org.bedside.bench.about;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.bedside.bench.Data;
import org.bedside.bench.score.Bootstrap;
import org.bedside.bench.score.ScoreRow;
import org.bedside.understanding.About;
import org.bedside.understanding.DirectoryEntry;
import org.bedside.understanding.Understanding;
import org.bedside.understanding.about.Gazetteer;

/**
 * Whom and what posts are about: invented posts of frames, over the US hospitals and as many
 * invented clinicians. Frames, nicknames and entries of one half are for looking, those of the
 * other kept apart. Frames and the library's forms of names are by one writer.
 */
public final class AboutRows implements ScoreRow {

  private static final int POSTS = 1_500;

  /** What was found of one post. */
  private record Tally(int right, int given, int held) {}

  @Override
  public List<Figure> measure(Data data, Understanding understanding) {
    var figures = new ArrayList<Figure>();
    if (!Files.exists(data.path("places/us-hospitals.csv"))) {
      return figures;
    }
    try {
      List<Listed> hospitals = Listed.hospitals(data.path("places/us-hospitals.csv"));
      List<Listed> clinicians = Listed.clinicians(hospitals, new Random(7));
      var entries = new ArrayList<DirectoryEntry>();
      hospitals.forEach(one -> entries.add(one.entry()));
      clinicians.forEach(one -> entries.add(one.entry()));
      Gazetteer gazetteer = Gazetteer.of(entries);
      String over = " invented posts over " + entries.size() + " entries, ";
      figures(figures, gazetteer, new Posts(hospitals, clinicians, 1), over + "kept apart");
      figures(
          figures,
          gazetteer,
          new Posts(hospitals, clinicians, 0),
          over + "to look at, not tuned on so far");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return figures;
  }

  private static void figures(List<Figure> figures, Gazetteer gazetteer, Posts posts, String name) {
    List<Posts.Post> made = posts.make(POSTS);
    List<Tally> tallies = made.stream().map(post -> tally(gazetteer, post)).toList();
    long start = System.nanoTime();
    for (Posts.Post post : made) {
      gazetteer.find(post.text());
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.err.printf("about: %,.0f posts/s by the clock%n", made.size() / seconds);
    for (String metric : List.of("precision", "recall", "F1")) {
      figures.add(
          Bootstrap.figure(
              new Bootstrap.Subject("about", metric, tallies.size(), name.strip(), ""),
              drawn -> value(metric, tallies, drawn),
              Map.of()));
    }
  }

  private static Tally tally(Gazetteer gazetteer, Posts.Post post) {
    Set<String> given =
        gazetteer.find(post.text()).stream().map(About::id).collect(Collectors.toSet());
    var right = new HashSet<>(given);
    right.retainAll(post.ids());
    if (Boolean.getBoolean("bedside.bench.misses") && !given.equals(post.ids())) {
      System.err.println(post.way() + "\t" + post.ids() + "\t" + given + "\t" + post.text());
    }
    return new Tally(right.size(), given.size(), post.ids().size());
  }

  private static double value(String metric, List<Tally> tallies, int[] drawn) {
    double right = 0;
    double given = 0;
    double held = 0;
    for (int i : drawn) {
      right += tallies.get(i).right;
      given += tallies.get(i).given;
      held += tallies.get(i).held;
    }
    double precision = given == 0 ? 0 : right / given;
    double recall = held == 0 ? 0 : right / held;
    return switch (metric) {
      case "precision" -> precision;
      case "recall" -> recall;
      default -> precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    };
  }
}
