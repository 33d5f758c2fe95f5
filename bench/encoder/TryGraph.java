import ai.onnxruntime.*;
import java.nio.*;
import java.util.*;
import org.bedside.understanding.encoder.*;

final class TryGraph {
  void main(String[] a) throws Exception {
    Original original = Original.read();
    byte[] graph =
        new Graph(
                (layer, name) -> {
                  for (Original.Part p : Original.Part.values()) {
                    if (name.equals(p.name + ".weight")) return original.matrix(layer, p);
                    if (name.equals(p.name + ".bias")) return original.bias(layer, p);
                  }
                  return original.get("encoder.layer." + layer + "." + name);
                })
            .bytes();
    System.out.println(graph.length + " bytes");
    var env = OrtEnvironment.getEnvironment();
    var o = new OrtSession.SessionOptions();
    o.setIntraOpNumThreads(1);
    o.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
    long t0 = System.nanoTime();
    var mine = env.createSession(graph, o);
    System.out.println("load " + (System.nanoTime() - t0) / 1000000 + " ms");
    var full =
        env.createSession(
            TryGraph.class.getResourceAsStream("/all-minilm-l6-v2.onnx").readAllBytes(), o);
    var cutter = PieceCutter.load();
    var embedded = new Embedded(original);
    String[] texts = {
      "The nurses were lovely but I waited four hours in pain and nobody told me why.",
      "Thank you!",
      "my dad collapsed in the car park and the receptionist laughed, who do i complain to"
          + " #disgrace 😡"
    };
    for (String text : texts) {
      Pieces p = cutter.cut(text);
      int n = p.size() + 2;
      int[] ids = new int[n];
      ids[0] = 101;
      ids[n - 1] = 102;
      for (int i = 0; i < p.size(); i++) ids[i + 1] = p.id(i);
      float[] x = embedded.of(List.of(new Task.Example(ids, n, null, 0, n)), n);
      float[][][] s =
          (float[][][])
              mine.run(
                      Map.of(
                          "embedded",
                          OnnxTensor.createTensor(
                              env, FloatBuffer.wrap(x), new long[] {1, n, 384})))
                  .get(0)
                  .getValue();
      long[] l = new long[n], m = new long[n], z = new long[n];
      for (int i = 0; i < n; i++) {
        l[i] = ids[i];
        m[i] = 1;
      }
      long[] sh = {1, n};
      float[][][] f =
          (float[][][])
              full.run(
                      Map.of(
                          "input_ids",
                          OnnxTensor.createTensor(env, LongBuffer.wrap(l), sh),
                          "attention_mask",
                          OnnxTensor.createTensor(env, LongBuffer.wrap(m), sh),
                          "token_type_ids",
                          OnnxTensor.createTensor(env, LongBuffer.wrap(z), sh)))
                  .get(0)
                  .getValue();
      double dot = 0, na = 0, nb = 0;
      for (int i = 0; i < n; i++)
        for (int d = 0; d < 384; d++) {
          dot += s[0][i][d] * f[0][i][d];
          na += s[0][i][d] * s[0][i][d];
          nb += f[0][i][d] * f[0][i][d];
        }
      System.out.println(n + " pieces, cosine " + dot / Math.sqrt(na * nb));
    }
    for (int n : new int[] {26, 75, 126})
      for (int r = 0; r < 2; r++) {
        float[] x = new float[n * 384];
        var rnd = new Random(1);
        for (int i = 0; i < x.length; i++) x[i] = (float) rnd.nextGaussian();
        var th = java.lang.management.ManagementFactory.getThreadMXBean();
        long c0 = th.getCurrentThreadCpuTime();
        int k = r == 0 ? 50 : 300;
        for (int i = 0; i < k; i++)
          try (var t = OnnxTensor.createTensor(env, FloatBuffer.wrap(x), new long[] {1, n, 384});
              var res = mine.run(Map.of("embedded", t))) {
            ((OnnxTensor) res.get(0)).getFloatBuffer();
          }
        if (r == 1)
          System.out.printf(
              "%d pieces: %.0f a second of processor time%n",
              n, k / ((th.getCurrentThreadCpuTime() - c0) / 1e9));
      }
    long[] sh = {1, 26};
    long[] l = new long[26], m = new long[26], z = new long[26];
    Arrays.fill(l, 2000);
    Arrays.fill(m, 1);
    var q =
        env.createSession(
            java.nio.file.Files.readAllBytes(
                java.nio.file.Path.of("/tmp/enc/all-minilm-l6-v2-q.onnx")),
            o);
    var th = java.lang.management.ManagementFactory.getThreadMXBean();
    long c0 = 0;
    for (int i = 0; i < 350; i++) {
      if (i == 50) c0 = th.getCurrentThreadCpuTime();
      try (var res =
          q.run(
              Map.of(
                  "input_ids",
                  OnnxTensor.createTensor(env, LongBuffer.wrap(l), sh),
                  "attention_mask",
                  OnnxTensor.createTensor(env, LongBuffer.wrap(m), sh),
                  "token_type_ids",
                  OnnxTensor.createTensor(env, LongBuffer.wrap(z), sh)))) {}
    }
    System.out.printf(
        "published -q, 26 pieces: %.0f%n", 300 / ((th.getCurrentThreadCpuTime() - c0) / 1e9));
  }
}
