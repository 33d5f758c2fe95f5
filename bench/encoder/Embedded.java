import java.util.List;

/** What the encoder's layers are given for each piece; not learned further. */
final class Embedded {

  private final float[] words;
  private final float[] places;
  private final float[] kinds;
  private final float[] weight;
  private final float[] bias;

  Embedded(Original original) {
    words = original.get("embeddings.word_embeddings.weight");
    places = original.get("embeddings.position_embeddings.weight");
    kinds = original.get("embeddings.token_type_embeddings.weight");
    weight = original.get("embeddings.LayerNorm.weight");
    bias = original.get("embeddings.LayerNorm.bias");
  }

  /** All texts, filled up with nothing to the longest. */
  float[] of(List<Task.Example> examples, int longest) {
    int width = Original.WIDTH;
    float[] out = new float[examples.size() * longest * width];
    for (int e = 0; e < examples.size(); e++) {
      int[] ids = examples.get(e).ids();
      for (int p = 0; p < ids.length; p++) {
        int kind = p >= examples.get(e).second() ? 1 : 0;
        int at = (e * longest + p) * width;
        double mean = 0;
        for (int i = 0; i < width; i++) {
          out[at + i] = words[ids[p] * width + i] + places[p * width + i] + kinds[kind * width + i];
          mean += out[at + i];
        }
        mean /= width;
        double variance = 0;
        for (int i = 0; i < width; i++) {
          variance += (out[at + i] - mean) * (out[at + i] - mean);
        }
        double by = 1 / Math.sqrt(variance / width + 1e-12);
        for (int i = 0; i < width; i++) {
          out[at + i] = (float) ((out[at + i] - mean) * by * weight[i] + bias[i]);
        }
      }
    }
    return out;
  }
}
