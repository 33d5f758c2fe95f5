import ai.onnx.proto.OnnxMl;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bedside.understanding.encoder.Heads;

/** A network that was trained and written before, to go on from: {@link Graph} read backwards. */
final class Earlier {

  private static final int WIDTH = Original.WIDTH;

  private final Map<String, OnnxMl.TensorProto> arrays = new HashMap<>();
  private final Heads heads;

  /**
   * @param folder that holds {@code encoder.onnx} and {@code heads.bin}
   */
  Earlier(Path folder) throws IOException {
    byte[] graph = Files.readAllBytes(folder.resolve("encoder.onnx"));
    OnnxMl.ModelProto.parseFrom(graph)
        .getGraph()
        .getInitializerList()
        .forEach(tensor -> arrays.put(tensor.getName(), tensor));
    try (var in = Files.newInputStream(folder.resolve("heads.bin"))) {
      heads = Heads.read(in);
    }
  }

  /** Gives its weights to a network; what it had no head for stays as it is. */
  void into(Network network, List<Task> tasks) {
    for (int layer = 0; layer < Original.LAYERS; layer++) {
      String at = "l" + layer + ".";
      float[] three = matrix(at + "qkv", WIDTH, 3 * WIDTH);
      float[] threeBias = floats(at + "qkv.bias");
      int place = 0;
      for (Original.Part part :
          List.of(Original.Part.QUERY, Original.Part.KEY, Original.Part.VALUE)) {
        int from = place++ * WIDTH;
        network.set(
            layer + "." + part.name + ".weight",
            Arrays.copyOfRange(three, from * WIDTH, (from + WIDTH) * WIDTH));
        network.set(
            layer + "." + part.name + ".bias", Arrays.copyOfRange(threeBias, from, from + WIDTH));
      }
      linear(network, layer, at + "joined", Original.Part.JOINED);
      linear(network, layer, at + "wide", Original.Part.WIDENED);
      linear(network, layer, at + "narrow", Original.Part.NARROWED);
      norm(network, at + "between", layer + ".attention.output");
      norm(network, at + "out", layer + ".output");
    }
    heads(network, tasks);
  }

  private void heads(Network network, List<Task> tasks) {
    float[] weights = network.parameters.get("head.weight").toFloatArray();
    float[] biases = network.parameters.get("head.bias").toFloatArray();
    for (Task task : tasks) {
      for (Task.Head head : task.heads()) {
        if (heads.names().contains(head.name())) {
          Heads.Head known = heads.head(head.name());
          for (int i = 0; i < head.labels().size(); i++) {
            int label = known.labels().indexOf(head.labels().get(i));
            if (label >= 0) {
              System.arraycopy(known.row(label), 0, weights, (head.from() + i) * WIDTH, WIDTH);
              biases[head.from() + i] = known.bias(label);
            }
          }
        }
      }
    }
    network.set("head.weight", weights);
    network.set("head.bias", biases);
  }

  private void linear(Network network, int layer, String name, Original.Part part) {
    network.set(layer + "." + part.name + ".weight", matrix(name + ".w", part.in, part.out));
    network.set(layer + "." + part.name + ".bias", floats(name + ".b"));
  }

  private void norm(Network network, String name, String part) {
    network.set(part + ".LayerNorm.weight", floats(name + ".g"));
    network.set(part + ".LayerNorm.bias", floats(name + ".h"));
  }

  /** A matrix of columns of outputs in 8 bits, given as rows of outputs. */
  private float[] matrix(String name, int in, int out) {
    byte[] columns = arrays.get(name).getRawData().toByteArray();
    float[] scales = floats(name + ".scale");
    float[] rows = new float[in * out];
    for (int o = 0; o < out; o++) {
      for (int i = 0; i < in; i++) {
        rows[o * in + i] = columns[i * out + o] * scales[o];
      }
    }
    return rows;
  }

  private float[] floats(String name) {
    FloatBuffer values =
        arrays
            .get(name)
            .getRawData()
            .asReadOnlyByteBuffer()
            .order(ByteOrder.LITTLE_ENDIAN)
            .asFloatBuffer();
    float[] read = new float[values.remaining()];
    values.get(read);
    return read;
  }
}
