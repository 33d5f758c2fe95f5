import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.LayerNorm;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** The encoder's layers and one linear head for everything that is asked of it. */
final class Network {

  private static final float EPSILON = 1e-12f;
  private static final float DROPOUT = 0.1f;

  private static final int KEPT = 1 << 24;

  private final NDArray kept;
  private final Random places = new Random(17);

  /** By name; the order is that of the file. */
  final Map<String, NDArray> parameters = new LinkedHashMap<>();

  Network(NDManager manager, Original original, int outputs, long seed) {
    kept = kept(manager);
    for (int layer = 0; layer < Original.LAYERS; layer++) {
      for (Original.Part part : Original.Part.values()) {
        String name = layer + "." + part.name;
        put(manager, name + ".weight", original.matrix(layer, part), new Shape(part.out, part.in));
        put(manager, name + ".bias", original.bias(layer, part), new Shape(part.out));
      }
      for (String norm : new String[] {"attention.output", "output"}) {
        for (String what : new String[] {"weight", "bias"}) {
          String rest = norm + ".LayerNorm." + what;
          put(
              manager,
              layer + "." + rest,
              original.get("encoder.layer." + layer + "." + rest),
              new Shape(Original.WIDTH));
        }
      }
    }
    var random = new Random(seed);
    float[] head = new float[outputs * Original.WIDTH];
    for (int i = 0; i < head.length; i++) {
      head[i] = (float) (random.nextGaussian() * 0.02);
    }
    put(manager, "head.weight", head, new Shape(outputs, Original.WIDTH));
    put(manager, "head.bias", new float[outputs], new Shape(outputs));
  }

  private void put(NDManager manager, String name, float[] values, Shape shape) {
    NDArray array = manager.create(values, shape);
    array.setRequiresGradient(true);
    parameters.put(name, array);
  }

  /** Gives other values to a parameter, such as those of an earlier training. */
  void set(String name, float[] values) {
    NDArray array = get(name);
    if (values.length != array.size()) {
      throw new IllegalArgumentException(name + " has another size");
    }
    array.set(FloatBuffer.wrap(values));
  }

  private NDArray get(String name) {
    return parameters.get(name);
  }

  /**
   * The states of all pieces.
   *
   * @param embedded texts × pieces × width
   * @param mask texts × pieces, 1 where there is a piece
   */
  NDArray states(NDArray embedded, NDArray mask, boolean training) {
    long texts = embedded.getShape().get(0);
    long pieces = embedded.getShape().get(1);
    long each = Original.WIDTH / Original.HEADS;
    NDArray away = mask.sub(1).mul(10_000).reshape(texts, 1, 1, pieces);
    NDArray x = drop(embedded, training);
    for (int layer = 0; layer < Original.LAYERS; layer++) {
      NDArray query = heads(linear(x, layer, Original.Part.QUERY), texts, pieces, each);
      NDArray key = heads(linear(x, layer, Original.Part.KEY), texts, pieces, each);
      NDArray value = heads(linear(x, layer, Original.Part.VALUE), texts, pieces, each);
      NDArray weights =
          query
              .matMul(key.transpose(0, 1, 3, 2))
              .mul(1 / (float) Math.sqrt(each))
              .add(away)
              .softmax(-1);
      NDArray seen =
          drop(weights, training)
              .matMul(value)
              .transpose(0, 2, 1, 3)
              .reshape(texts, pieces, Original.WIDTH);
      NDArray joined = drop(linear(seen, layer, Original.Part.JOINED), training);
      x = norm(x.add(joined), layer + ".attention.output");
      NDArray wide = Activation.gelu(linear(x, layer, Original.Part.WIDENED));
      NDArray narrow = drop(linear(wide, layer, Original.Part.NARROWED), training);
      x = norm(x.add(narrow), layer + ".output");
    }
    return x;
  }

  /** The mean of the states where {@code mask} is 1. */
  static NDArray pooled(NDArray states, NDArray mask) {
    NDArray by = mask.expandDims(2);
    return states.mul(by).sum(new int[] {1}).div(by.sum(new int[] {1}).maximum(1));
  }

  /** The outputs from one place on, of pooled states or of those of each piece. */
  NDArray head(NDArray pooled, int from, int count, boolean training) {
    NDArray weight = get("head.weight").get(from + ":" + (from + count));
    NDArray bias = get("head.bias").get(from + ":" + (from + count));
    return Linear.linear(drop(pooled, training), weight, bias).singletonOrThrow();
  }

  private NDArray linear(NDArray x, int layer, Original.Part part) {
    String name = layer + "." + part.name;
    return Linear.linear(x, get(name + ".weight"), get(name + ".bias")).singletonOrThrow();
  }

  private static NDArray heads(NDArray x, long texts, long pieces, long each) {
    return x.reshape(texts, pieces, Original.HEADS, each).transpose(0, 2, 1, 3);
  }

  private NDArray norm(NDArray x, String name) {
    return LayerNorm.layerNorm(
            x,
            new Shape(Original.WIDTH),
            get(name + ".LayerNorm.weight"),
            get(name + ".LayerNorm.bias"),
            EPSILON)
        .singletonOrThrow();
  }

  /** Where each step begins to drop must not depend on how often training was broken off. */
  void isAt(int step) {
    places.setSeed(17 + step);
  }

  /**
   * Dropout whose mask is a stretch, from a random place on, of one long row drawn once: drawing it
   * anew each time takes a fifth of the training.
   */
  private NDArray drop(NDArray x, boolean training) {
    if (!training) {
      return x;
    }
    long size = x.size();
    long from = places.nextLong(KEPT - size + 1);
    return x.mul(kept.get(from + ":" + (from + size)).reshape(x.getShape()));
  }

  private static NDArray kept(NDManager manager) {
    var random = new Random(23);
    float[] values = new float[KEPT];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat() < DROPOUT ? 0 : 1 / (1 - DROPOUT);
    }
    return manager.create(values);
  }
}
