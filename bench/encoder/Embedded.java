import java.util.Arrays;
import java.util.List;
import org.bedside.understanding.encoder.Embeddings;

/**
 * What the encoder's layers are given for each piece, in the bytes that the library will read; not
 * learned further.
 */
final class Embedded {

  private static final int PLACES = 192;

  private final Embeddings embeddings;

  Embedded(Original original) {
    embeddings =
        Embeddings.of(
            Original.WIDTH,
            original.get("embeddings.word_embeddings.weight"),
            Arrays.copyOf(
                original.get("embeddings.position_embeddings.weight"), PLACES * Original.WIDTH),
            original.get("embeddings.token_type_embeddings.weight"),
            original.get("embeddings.LayerNorm.weight"),
            original.get("embeddings.LayerNorm.bias"));
  }

  Embeddings embeddings() {
    return embeddings;
  }

  /** All texts, filled up with nothing to the longest. */
  float[] of(List<Task.Example> examples, int longest) {
    float[] out = new float[examples.size() * longest * Original.WIDTH];
    for (int e = 0; e < examples.size(); e++) {
      Task.Example example = examples.get(e);
      embeddings.embed(example.ids(), example.second(), out, e * longest * Original.WIDTH);
    }
    return out;
  }
}
