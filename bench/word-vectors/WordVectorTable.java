import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;
import org.bedside.bench.Data;
import org.bedside.understanding.text.Token;
import org.bedside.understanding.text.Tokenizer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the table of word vectors: what the sentence encoder all-MiniLM-L6-v2 makes of each word
 * that patients use twice or more, brought down to 64 dimensions and weighed by rarity. Argument:
 * the file to write. Run by bin/word-vectors.
 */
final class WordVectorTable {

  private static final int DIMENSIONS = 64;
  private static final int ROUNDS = 40;
  private static final String MODEL = "/all-minilm-l6-v2";

  private final Map<String, Integer> pieces = new HashMap<>();

  void main(String[] arguments) throws IOException, OrtException {
    readPieces();
    var seen = new TreeMap<String, Integer>();
    int texts = count(seen);
    var words = new ArrayList<String>();
    var vectors = new ArrayList<double[]>();
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    var options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(1);
    try (OrtSession session = environment.createSession(bytes(MODEL + ".onnx"), options)) {
      for (String word : seen.keySet()) {
        List<Integer> ids = ids(word);
        if (!ids.isEmpty()) {
          words.add(word);
          vectors.add(encode(environment, session, ids));
        }
      }
    }
    double[][] small = project(centred(vectors));
    var packed = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(new GZIPOutputStream(packed))) {
      out.writeInt(words.size());
      out.writeByte(DIMENSIONS);
      for (int w = 0; w < words.size(); w++) {
        double rarity = Math.log((double) texts / seen.get(words.get(w)));
        write(out, words.get(w), small[w], rarity);
      }
    }
    Files.write(Path.of(arguments[0]), packed.toByteArray());
    System.out.println(words.size() + " words, " + packed.size() / 1024 + " KiB");
  }

  private static void write(DataOutputStream out, String word, double[] vector, double rarity)
      throws IOException {
    double largest = 1e-9;
    for (double v : vector) {
      largest = Math.max(largest, Math.abs(v));
    }
    out.writeUTF(word);
    out.writeFloat((float) (largest * rarity / 127));
    for (double v : vector) {
      out.writeByte((int) Math.round(v / largest * 127));
    }
  }

  private static byte[] bytes(String resource) throws IOException {
    try (InputStream in = WordVectorTable.class.getResourceAsStream(resource)) {
      return in.readAllBytes();
    }
  }

  private void readPieces() throws IOException {
    JsonNode tree = JsonMapper.builder().build().readTree(bytes(MODEL + "-tokenizer.json"));
    tree.get("model").get("vocab").forEachEntry((piece, id) -> pieces.put(piece, id.asInt()));
  }

  /** Counts the texts that hold each word; development rows are left out. */
  private static int count(Map<String, Integer> seen) {
    Data data = Data.find();
    Set<String> left = new HashSet<>();
    data.rows("patient-feedback/dev.jsonl").forEach(row -> left.add(row.get("text").asString()));
    int texts = 0;
    for (String file : List.of("train", "phase1")) {
      for (JsonNode row : data.rows("patient-feedback/" + file + ".jsonl")) {
        String text = row.get("text").asString();
        if (left.add(text)) {
          texts++;
          var words = new TreeSet<String>();
          for (Token token : Tokenizer.tokens(text)) {
            if (token.kind() == Token.Kind.WORD) {
              words.add(token.norm());
            }
          }
          words.forEach(word -> seen.merge(word, 1, Integer::sum));
        }
      }
    }
    seen.values().removeIf(count -> count < 2);
    return texts;
  }

  /** The longest known pieces from the left, as BERT cuts a word; none where a part is unknown. */
  private List<Integer> ids(String word) {
    var ids = new ArrayList<Integer>();
    for (String part : word.split("(?<=\\W)|(?=\\W)")) {
      int from = 0;
      while (from < part.length()) {
        int to = part.length();
        while (to > from
            && !pieces.containsKey((from > 0 ? "##" : "") + part.substring(from, to))) {
          to--;
        }
        if (to == from) {
          return List.of();
        }
        ids.add(pieces.get((from > 0 ? "##" : "") + part.substring(from, to)));
        from = to;
      }
    }
    return ids;
  }

  private double[] encode(OrtEnvironment environment, OrtSession session, List<Integer> ids)
      throws OrtException {
    long[][] input = new long[1][ids.size() + 2];
    long[][] mask = new long[1][ids.size() + 2];
    input[0][0] = pieces.get("[CLS]");
    input[0][ids.size() + 1] = pieces.get("[SEP]");
    for (int i = 0; i < ids.size(); i++) {
      input[0][i + 1] = ids.get(i);
    }
    java.util.Arrays.fill(mask[0], 1);
    try (var inputs = OnnxTensor.createTensor(environment, input);
        var masks = OnnxTensor.createTensor(environment, mask);
        var types = OnnxTensor.createTensor(environment, new long[1][ids.size() + 2]);
        var result =
            session.run(
                Map.of("input_ids", inputs, "attention_mask", masks, "token_type_ids", types))) {
      float[][] states = ((float[][][]) result.get(0).getValue())[0];
      double[] mean = new double[states[0].length];
      for (float[] state : states) {
        for (int d = 0; d < mean.length; d++) {
          mean[d] += state[d];
        }
      }
      return unit(mean);
    }
  }

  private static double[] unit(double[] vector) {
    double squares = 1e-12;
    for (double v : vector) {
      squares += v * v;
    }
    for (int d = 0; d < vector.length; d++) {
      vector[d] /= Math.sqrt(squares);
    }
    return vector;
  }

  private static double[][] centred(List<double[]> vectors) {
    double[][] rows = vectors.toArray(double[][]::new);
    double[] mean = new double[rows[0].length];
    for (double[] row : rows) {
      for (int d = 0; d < mean.length; d++) {
        mean[d] += row[d] / rows.length;
      }
    }
    for (double[] row : rows) {
      for (int d = 0; d < mean.length; d++) {
        row[d] -= mean[d];
      }
    }
    return rows;
  }

  /** Principal components by subspace iteration, strongest directions found first. */
  private static double[][] project(double[][] rows) {
    int width = rows[0].length;
    double[][] spread = new double[width][width];
    for (double[] row : rows) {
      for (int a = 0; a < width; a++) {
        for (int b = 0; b < width; b++) {
          spread[a][b] += row[a] * row[b];
        }
      }
    }
    var random = new Random(5);
    double[][] axes = new double[DIMENSIONS][width];
    for (double[] axis : axes) {
      java.util.Arrays.setAll(axis, d -> random.nextGaussian());
    }
    for (int round = 0; round < ROUNDS; round++) {
      for (int k = 0; k < DIMENSIONS; k++) {
        axes[k] = times(spread, axes[k]);
        for (int before = 0; before < k; before++) {
          double shared = dot(axes[k], axes[before]);
          for (int d = 0; d < width; d++) {
            axes[k][d] -= shared * axes[before][d];
          }
        }
        unit(axes[k]);
      }
    }
    double[][] small = new double[rows.length][];
    for (int r = 0; r < rows.length; r++) {
      small[r] = times(axes, rows[r]);
    }
    return small;
  }

  private static double[] times(double[][] matrix, double[] vector) {
    double[] product = new double[matrix.length];
    java.util.Arrays.setAll(product, i -> dot(matrix[i], vector));
    return product;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int d = 0; d < a.length; d++) {
      sum += a[d] * b[d];
    }
    return sum;
  }
}
