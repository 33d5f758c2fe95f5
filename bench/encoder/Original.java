import ai.onnx.proto.OnnxMl;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;

/** The published encoder bge-small-en-v1.5: its arrays by their names, as in its ONNX file. */
final class Original {

  static final int LAYERS = 12;
  static final int WIDTH = 384;
  static final int WIDE = 1536;
  static final int HEADS = 12;

  // The file names the matrices of each layer by numbers; these are those of the first layer.
  private static final int FIRST_LAYER = 1525;
  private static final int NEXT_LAYER = 13;

  private final Map<String, float[]> arrays = new HashMap<>();

  private Original() {}

  static Original read() throws IOException {
    var original = new Original();
    try (InputStream in = Original.class.getResourceAsStream("/bge-small-en-v1.5.onnx")) {
      for (var tensor :
          OnnxMl.ModelProto.parseFrom(in.readAllBytes()).getGraph().getInitializerList()) {
        if (tensor.getDataType() == OnnxMl.TensorProto.DataType.FLOAT.getNumber()) {
          var bytes = tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
          float[] values = new float[bytes.remaining() / 4];
          bytes.asFloatBuffer().get(values);
          original.arrays.put(tensor.getName(), values);
        }
      }
    }
    return original;
  }

  float[] get(String name) {
    float[] found = arrays.get(name);
    if (found == null) {
      throw new IllegalStateException("The encoder's file lacks " + name);
    }
    return found;
  }

  /** Gives a matrix of a layer as rows of outputs, the way PyTorch keeps them. */
  float[] matrix(int layer, Part part) {
    float[] columns = get("onnx::MatMul_" + (FIRST_LAYER + layer * NEXT_LAYER + part.place));
    float[] rows = new float[columns.length];
    for (int i = 0; i < part.in; i++) {
      for (int o = 0; o < part.out; o++) {
        rows[o * part.in + i] = columns[i * part.out + o];
      }
    }
    return rows;
  }

  float[] bias(int layer, Part part) {
    return get("encoder.layer." + layer + "." + part.name + ".bias");
  }

  /** The six matrices of a layer. */
  enum Part {
    QUERY("attention.self.query", 0, WIDTH, WIDTH),
    KEY("attention.self.key", 1, WIDTH, WIDTH),
    VALUE("attention.self.value", 4, WIDTH, WIDTH),
    JOINED("attention.output.dense", 10, WIDTH, WIDTH),
    WIDENED("intermediate.dense", 11, WIDTH, WIDE),
    NARROWED("output.dense", 12, WIDE, WIDTH);

    final String name;
    final int place;
    final int in;
    final int out;

    Part(String name, int place, int in, int out) {
      this.name = name;
      this.place = place;
      this.in = in;
      this.out = out;
    }
  }
}
