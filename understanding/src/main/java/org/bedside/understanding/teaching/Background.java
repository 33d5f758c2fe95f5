package org.bedside.understanding.teaching;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bedside.understanding.Post;
import org.bedside.understanding.judge.Reading;
import org.bedside.understanding.model.Classifier;

/**
 * Invented texts of all sorts that every own theme is told apart from, and that lessons leave as
 * they are. Immutable and thread-safe.
 */
final class Background {

  private final Sketcher sketcher;
  private final List<Reading> readings;
  private final Shelf shelf;
  private final float[][] likeness;

  /**
   * @param likeness of each to each
   */
  Background(Sketcher sketcher, List<Reading> readings, Shelf shelf, float[][] likeness) {
    this.sketcher = sketcher;
    this.readings = readings;
    this.shelf = shelf;
    this.likeness = likeness;
  }

  Sketcher sketcher() {
    return sketcher;
  }

  List<Reading> readings() {
    return readings;
  }

  Shelf shelf() {
    return shelf;
  }

  float[][] likeness() {
    return likeness;
  }

  /** Reads them, which takes up to a few seconds where the encoder is loaded. */
  static Background load(Base base) {
    List<Reading> readings = new ArrayList<>();
    for (String line : lines()) {
      readings.add(base.read(Post.of("", line)));
    }
    // The encoder's states were tuned to what is judged, not to how like two texts are; whether
    // they
    // help likeness has not been measured, so they have no share in it.
    Sketcher sketcher = new Sketcher(Classifier.load("domain").model(), 0).centredOn(readings);
    List<Sketch> sketches = readings.stream().map(sketcher::whole).toList();
    var shelf = new Shelf(sketches);
    float[][] likeness = sketches.stream().map(shelf::likeness).toArray(float[][]::new);
    return new Background(sketcher, List.copyOf(readings), shelf, likeness);
  }

  private static List<String> lines() {
    try (InputStream in = Background.class.getResourceAsStream("background.txt")) {
      if (in == null) {
        throw new IllegalStateException("The library lacks its background texts");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
