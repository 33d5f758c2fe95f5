package org.bedside.understanding.encoder;

import java.util.List;
import org.bedside.understanding.Span;

/**
 * What the encoder makes of a text: a vector for each of its pieces, in the windows that the text
 * was read in. Immutable.
 */
public final class States {

  private final int width;
  private final List<Window> windows;

  /**
   * Kept, because it also stands for each of the many clauses that a very long text isn't read in.
   */
  private final float[] whole;

  States(int width, List<Window> windows) {
    this.width = width;
    this.windows = List.copyOf(windows);
    this.whole = whole(width, this.windows);
  }

  /**
   * A stretch that was read at once: its pieces without marks and question, and the vectors, of
   * which that of the first piece is the {@code first}.
   */
  static final class Window {

    private final Pieces pieces;
    private final int first;
    private final float[] vectors;

    Window(Pieces pieces, int first, float[] vectors) {
      this.pieces = pieces;
      this.first = first;
      this.vectors = vectors;
    }

    /** Whether any of its pieces may lie in a stretch. */
    private boolean isIn(Span span) {
      int size = pieces.size();
      return size > 0 && pieces.start(0) < span.end() && pieces.end(size - 1) > span.start();
    }
  }

  /** The mean of all vectors, marks and question with them. */
  public float[] mean() {
    return whole.clone();
  }

  private static float[] whole(int width, List<Window> windows) {
    float[] mean = new float[width];
    int count = 0;
    for (Window window : windows) {
      count += window.vectors.length / width;
      for (int at = 0; at < window.vectors.length; at++) {
        mean[at % width] += window.vectors[at];
      }
    }
    return divided(mean, count);
  }

  /** The mean of the vectors of a stretch's pieces; of all where the stretch holds none. */
  public float[] mean(Span span) {
    float[] mean = new float[width];
    int count = 0;
    for (Window window : windows) {
      for (int i = 0; i < window.pieces.size() && window.isIn(span); i++) {
        if (window.pieces.start(i) < span.end() && window.pieces.end(i) > span.start()) {
          int start = (window.first + i) * width;
          for (int d = 0; d < width; d++) {
            mean[d] += window.vectors[start + d];
          }
          count++;
        }
      }
    }
    return count == 0 ? mean() : divided(mean, count);
  }

  /** The mean of each window by itself, so that one sentence of a long text isn't drowned. */
  public List<float[]> windowMeans() {
    return windows.stream()
        .map(
            window -> {
              float[] mean = new float[width];
              for (int at = 0; at < window.vectors.length; at++) {
                mean[at % width] += window.vectors[at];
              }
              return divided(mean, window.vectors.length / width);
            })
        .toList();
  }

  private static float[] divided(float[] sum, int count) {
    for (int d = 0; d < sum.length; d++) {
      sum[d] /= Math.max(1, count);
    }
    return sum;
  }

  /** Someone who looks at the pieces one after the other. */
  public interface PieceReader {
    /**
     * @param start of the word that the piece is of
     * @param end of that word
     * @param vectors holds the piece's vector from {@code at} on
     */
    void piece(int start, int end, float[] vectors, int at);
  }

  /** Shows all pieces in their order. */
  public void each(PieceReader reader) {
    for (Window window : windows) {
      for (int i = 0; i < window.pieces.size(); i++) {
        int at = (window.first + i) * width;
        reader.piece(window.pieces.start(i), window.pieces.end(i), window.vectors, at);
      }
    }
  }
}
