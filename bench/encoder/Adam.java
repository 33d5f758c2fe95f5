import ai.djl.ndarray.NDArray;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** AdamW with gradients clipped to a norm of 1, and a checkpoint of all it holds. */
final class Adam {

  private static final float FIRST = 0.9f;
  private static final float SECOND = 0.999f;
  private static final float EPSILON = 1e-8f;

  private final Network network;
  private final float decay;
  private final Map<String, NDArray> means = new HashMap<>();
  private final Map<String, NDArray> squares = new HashMap<>();
  private int steps;

  Adam(Network network, float decay) {
    this.network = network;
    this.decay = decay;
    network.parameters.forEach(
        (name, array) -> {
          means.put(name, array.getManager().zeros(array.getShape()));
          squares.put(name, array.getManager().zeros(array.getShape()));
        });
  }

  void step(float rate, float headRate) {
    steps++;
    double norm = 0;
    Map<String, NDArray> gradients = new HashMap<>();
    for (var parameter : network.parameters.entrySet()) {
      NDArray gradient = parameter.getValue().getGradient();
      gradients.put(parameter.getKey(), gradient);
      norm += gradient.square().sum().getFloat();
    }
    float scale = (float) Math.min(1, 1 / (Math.sqrt(norm) + 1e-6));
    float first = (float) (1 - Math.pow(FIRST, steps));
    float second = (float) (1 - Math.pow(SECOND, steps));
    network.parameters.forEach(
        (name, array) -> {
          NDArray gradient = gradients.get(name).mul(scale);
          NDArray mean = means.get(name);
          NDArray square = squares.get(name);
          mean.muli(FIRST).addi(gradient.mul(1 - FIRST));
          square.muli(SECOND).addi(gradient.square().muli(1 - SECOND));
          float r = name.startsWith("head") ? headRate : rate;
          if (name.endsWith(".weight") && !name.contains("LayerNorm")) {
            array.muli(1 - r * decay);
          }
          array.subi(mean.div(square.div(second).sqrt().addi(EPSILON)).muli(r / first));
          gradients.get(name).muli(0);
        });
  }

  void save(Path file, int done) throws IOException {
    Path fresh = file.resolveSibling("checkpoint.new");
    try (var out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(fresh), 1 << 20))) {
      out.writeInt(done);
      out.writeInt(steps);
      for (String name : network.parameters.keySet()) {
        for (NDArray array :
            List.of(network.parameters.get(name), means.get(name), squares.get(name))) {
          float[] values = array.toFloatArray();
          ByteBuffer bytes = ByteBuffer.allocate(values.length * 4);
          bytes.asFloatBuffer().put(values);
          out.write(bytes.array());
        }
      }
    }
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Gives how many steps were done before, 0 where there is no checkpoint. */
  int load(Path file) throws IOException {
    if (!Files.exists(file)) {
      return 0;
    }
    try (var in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 20))) {
      int done = in.readInt();
      steps = in.readInt();
      for (String name : network.parameters.keySet()) {
        for (NDArray array :
            List.of(network.parameters.get(name), means.get(name), squares.get(name))) {
          byte[] bytes = in.readNBytes((int) array.size() * 4);
          float[] values = new float[bytes.length / 4];
          ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
          array.set(FloatBuffer.wrap(values));
        }
      }
      return done;
    }
  }
}
