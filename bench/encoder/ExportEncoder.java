import ai.djl.ndarray.NDManager;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import org.bedside.bench.Data;
import org.bedside.understanding.encoder.Heads;

/**
 * Writes what the library reads: the vectors of the pieces, the network in 8 bits and its heads.
 * Arguments: the folder with the checkpoint, the folder with the invented rows, the folder to write
 * to.
 */
final class ExportEncoder {

  void main(String[] arguments) throws IOException {
    Path to = Files.createDirectories(Path.of(arguments[2]));
    Original original = Original.read();
    Lessons lessons = new Lessons(Data.find(), Path.of(arguments[1]), Plan.FIRST).read(false);
    try (NDManager manager = NDManager.newBaseManager()) {
      Network network = new Network(manager, original, lessons.outputs(), 0);
      int done = new Adam(network, 0).load(Path.of(arguments[0]).resolve("checkpoint"));
      System.out.println("checkpoint after " + done + " steps");
      byte[] graph =
          new Graph((layer, name) -> network.parameters.get(layer + "." + name).toFloatArray())
              .bytes();
      Files.write(to.resolve("encoder.onnx"), graph);
      try (var out = out(to.resolve("heads.bin"))) {
        heads(lessons, network).write(out, Original.WIDTH);
      }
    }
    try (var out = out(to.resolve("embeddings.bin"))) {
      new Embedded(original).embeddings().write(out);
    }
  }

  private static DataOutputStream out(Path file) throws IOException {
    return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
  }

  private static Heads heads(Lessons lessons, Network network) {
    float[] weights = network.parameters.get("head.weight").toFloatArray();
    float[] biases = network.parameters.get("head.bias").toFloatArray();
    var heads = new ArrayList<Heads.Head>();
    for (Task task : lessons.all()) {
      // some tasks only learn more for the head of another
      if (task.heads().getFirst().name().equals(task.name()) || task.heads().size() > 1) {
        for (Task.Head head : task.heads()) {
          float[][] rows = new float[head.labels().size()][];
          for (int i = 0; i < rows.length; i++) {
            int from = (head.from() + i) * Original.WIDTH;
            rows[i] = Arrays.copyOfRange(weights, from, from + Original.WIDTH);
          }
          float[] bias = Arrays.copyOfRange(biases, head.from(), head.from() + rows.length);
          heads.add(new Heads.Head(head.name(), head.labels(), rows, bias));
        }
      }
    }
    return new Heads(heads);
  }
}
