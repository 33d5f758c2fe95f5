import ai.onnx.proto.OnnxMl;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Writes the encoder as an ONNX graph for one text at a time: the weights of each output in 8 bits
 * with a scale of its own, what flows through quantised as it comes. The operators of {@code
 * com.microsoft} are those that ONNX Runtime keeps for such networks.
 */
final class Graph {

  private static final String MICROSOFT = "com.microsoft";
  private static final float EPSILON = 1e-12f;

  private final OnnxMl.GraphProto.Builder graph = OnnxMl.GraphProto.newBuilder().setName("encoder");
  private final BiFunction<Integer, String, float[]> weights;

  /**
   * @param weights an array by its layer and name; matrices as rows of outputs
   */
  Graph(BiFunction<Integer, String, float[]> weights) {
    this.weights = weights;
  }

  byte[] bytes() {
    graph.addInput(value("embedded"));
    String x = "embedded";
    for (int layer = 0; layer < Original.LAYERS; layer++) {
      x = layer(x, layer);
    }
    graph.addNode(node("Identity", "", List.of(x), List.of("states")));
    graph.addOutput(value("states"));
    return OnnxMl.ModelProto.newBuilder()
        .setIrVersion(8)
        .setProducerName("bedside")
        .addOpsetImport(OnnxMl.OperatorSetIdProto.newBuilder().setDomain("").setVersion(14))
        .addOpsetImport(OnnxMl.OperatorSetIdProto.newBuilder().setDomain(MICROSOFT).setVersion(1))
        .setGraph(graph)
        .build()
        .toByteArray();
  }

  private String layer(String x, int layer) {
    String at = "l" + layer + ".";
    int width = Original.WIDTH;
    float[] three = new float[3 * width * width];
    float[] threeBias = new float[3 * width];
    int place = 0;
    for (Original.Part part :
        List.of(Original.Part.QUERY, Original.Part.KEY, Original.Part.VALUE)) {
      System.arraycopy(
          weights.apply(layer, part.name + ".weight"),
          0,
          three,
          place * width * width,
          width * width);
      System.arraycopy(
          weights.apply(layer, part.name + ".bias"), 0, threeBias, place * width, width);
      place++;
    }
    matrix(at + "qkv", three, width, 3 * width);
    floats(at + "qkv.bias", threeBias, 3 * width);
    graph.addNode(
        node("DynamicQuantizeLinear", "", List.of(x), List.of(at + "xq", at + "xs", at + "xz")));
    graph.addNode(
        node(
                "QAttention",
                MICROSOFT,
                List.of(
                    at + "xq",
                    at + "qkv",
                    at + "qkv.bias",
                    at + "xs",
                    at + "qkv.scale",
                    "",
                    at + "xz",
                    at + "qkv.zero"),
                List.of(at + "seen"))
            .toBuilder()
            .addAttribute(number("num_heads", Original.HEADS))
            .build());
    String joined = linear(at + "joined", at + "seen", layer, Original.Part.JOINED);
    String between = norm(at + "between", joined, x, layer, "attention.output");
    String wide = linear(at + "wide", between, layer, Original.Part.WIDENED);
    graph.addNode(node("Gelu", MICROSOFT, List.of(wide), List.of(at + "gelu")));
    String narrow = linear(at + "narrow", at + "gelu", layer, Original.Part.NARROWED);
    return norm(at + "out", narrow, between, layer, "output");
  }

  private String linear(String name, String x, int layer, Original.Part part) {
    matrix(name + ".w", weights.apply(layer, part.name + ".weight"), part.in, part.out);
    floats(name + ".b", weights.apply(layer, part.name + ".bias"), part.out);
    graph.addNode(
        node(
            "DynamicQuantizeMatMul",
            MICROSOFT,
            List.of(x, name + ".w", name + ".w.scale", name + ".w.zero", name + ".b"),
            List.of(name)));
    return name;
  }

  private String norm(String name, String x, String skip, int layer, String part) {
    floats(name + ".g", weights.apply(layer, part + ".LayerNorm.weight"), Original.WIDTH);
    floats(name + ".h", weights.apply(layer, part + ".LayerNorm.bias"), Original.WIDTH);
    graph.addNode(
        node(
                "SkipLayerNormalization",
                MICROSOFT,
                List.of(x, skip, name + ".g", name + ".h"),
                List.of(name))
            .toBuilder()
            .addAttribute(
                OnnxMl.AttributeProto.newBuilder()
                    .setName("epsilon")
                    .setType(OnnxMl.AttributeProto.AttributeType.FLOAT)
                    .setF(EPSILON))
            .build());
    return name;
  }

  /** A matrix of rows of outputs, written as columns of outputs in 8 bits. */
  private void matrix(String name, float[] rows, int in, int out) {
    byte[] columns = new byte[in * out];
    float[] scales = new float[out];
    for (int o = 0; o < out; o++) {
      float largest = 1e-9f;
      for (int i = 0; i < in; i++) {
        largest = Math.max(largest, Math.abs(rows[o * in + i]));
      }
      scales[o] = largest / 127;
      for (int i = 0; i < in; i++) {
        columns[i * out + o] = (byte) Math.round(rows[o * in + i] / scales[o]);
      }
    }
    bytes(name, columns, in, out);
    floats(name + ".scale", scales, out);
    bytes(name + ".zero", new byte[out], out);
  }

  private void bytes(String name, byte[] values, long... shape) {
    var tensor =
        OnnxMl.TensorProto.newBuilder()
            .setName(name)
            .setDataType(OnnxMl.TensorProto.DataType.INT8.getNumber())
            .setRawData(ByteString.copyFrom(values));
    for (long side : shape) {
      tensor.addDims(side);
    }
    graph.addInitializer(tensor);
  }

  private void floats(String name, float[] values, int count) {
    ByteBuffer bytes = ByteBuffer.allocate(count * 4).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    graph.addInitializer(
        OnnxMl.TensorProto.newBuilder()
            .setName(name)
            .setDataType(OnnxMl.TensorProto.DataType.FLOAT.getNumber())
            .addDims(count)
            .setRawData(ByteString.copyFrom(bytes.array())));
  }

  private static OnnxMl.NodeProto node(
      String type, String domain, List<String> in, List<String> out) {
    return OnnxMl.NodeProto.newBuilder()
        .setOpType(type)
        .setDomain(domain)
        .setName(out.getFirst())
        .addAllInput(in)
        .addAllOutput(out)
        .build();
  }

  private static OnnxMl.AttributeProto number(String name, long value) {
    return OnnxMl.AttributeProto.newBuilder()
        .setName(name)
        .setType(OnnxMl.AttributeProto.AttributeType.INT)
        .setI(value)
        .build();
  }

  private static OnnxMl.ValueInfoProto value(String name) {
    var shape = OnnxMl.TensorShapeProto.newBuilder();
    shape.addDim(OnnxMl.TensorShapeProto.Dimension.newBuilder().setDimValue(1));
    shape.addDim(OnnxMl.TensorShapeProto.Dimension.newBuilder().setDimParam("pieces"));
    shape.addDim(OnnxMl.TensorShapeProto.Dimension.newBuilder().setDimValue(Original.WIDTH));
    return OnnxMl.ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            OnnxMl.TypeProto.newBuilder()
                .setTensorType(
                    OnnxMl.TypeProto.Tensor.newBuilder()
                        .setElemType(OnnxMl.TensorProto.DataType.FLOAT.getNumber())
                        .setShape(shape)))
        .build();
  }
}
