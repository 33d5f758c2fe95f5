package org.bedside.understanding.encoder;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.bedside.understanding.encoder.States.Window;
import org.jspecify.annotations.Nullable;

/**
 * The network that reads a text once for all judgements. A long text is read in windows; of a very
 * long one the beginning and the end, so that time stays linear and bounded. Thread-safe; each call
 * runs on the caller's thread alone.
 */
public final class Encoder {

  private static final int WINDOW = 126;
  private static final long STACK = 16L << 20;
  private static final int LONGEST_QUESTION = 40;
  private static final int FIRST_WINDOWS = 24;
  private static final int LAST_WINDOWS = 8;

  private final PieceCutter cutter;
  private final Embeddings embeddings;
  private final OrtEnvironment environment;
  private final OrtSession session;

  private Encoder(PieceCutter cutter, Embeddings embeddings, byte[] graph) throws OrtException {
    this.cutter = cutter;
    this.embeddings = embeddings;
    this.environment = OrtEnvironment.getEnvironment("bedside");
    this.environment.setTelemetry(false);
    this.session = session(environment, graph);
  }

  /**
   * Builds the session on a stack of its own: the runtime goes through the graph by recursion,
   * which ends the whole process where the caller's stack is nearly used up.
   */
  private static OrtSession session(OrtEnvironment environment, byte[] graph) throws OrtException {
    var building =
        new FutureTask<OrtSession>(
            () -> {
              try (var options = new OrtSession.SessionOptions()) {
                options.setIntraOpNumThreads(1);
                options.setInterOpNumThreads(1);
                return environment.createSession(graph, options);
              }
            });
    Thread.ofPlatform().name("encoder").stackSize(STACK).start(building);
    try {
      return building.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the encoder was loaded", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof OrtException cause) {
        throw cause;
      }
      throw new IllegalStateException("The encoder can't run on this machine", e.getCause());
    }
  }

  /**
   * Reads the network from the library's resources.
   *
   * @throws IllegalStateException where they are missing or this machine can't run them
   */
  public static Encoder load() {
    try (InputStream in = Encoder.class.getResourceAsStream("encoder.onnx")) {
      if (in == null) {
        throw new IllegalStateException("The library lacks the encoder's network");
      }
      return new Encoder(PieceCutter.load(), Embeddings.load(), in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (OrtException | UnsatisfiedLinkError e) {
      throw new IllegalStateException("The encoder can't run on this machine", e);
    }
  }

  /**
   * Reads a text.
   *
   * @param question what the writer was asked, or another text that this one is held against
   */
  public States read(String text, @Nullable String question) {
    Pieces before = question == null ? null : cutter.cut(question);
    if (before != null && before.size() > LONGEST_QUESTION) {
      before = before.part(0, LONGEST_QUESTION);
    }
    Pieces all = cutter.cut(text);
    int windows = Math.max(1, (all.size() + WINDOW - 1) / WINDOW);
    var read = new ArrayList<Window>();
    for (int w = 0; w < windows; w++) {
      if (w < FIRST_WINDOWS || w >= windows - LAST_WINDOWS) {
        int from = w * WINDOW;
        read.add(window(before, all.part(from, Math.min(all.size(), from + WINDOW))));
      }
    }
    return new States(embeddings.width(), read);
  }

  private Window window(@Nullable Pieces before, Pieces pieces) {
    int first = before == null ? 1 : before.size() + 2;
    int[] ids = new int[first + pieces.size() + 1];
    ids[0] = PieceCutter.FIRST;
    if (before != null) {
      for (int i = 0; i < before.size(); i++) {
        ids[i + 1] = before.id(i);
      }
      ids[first - 1] = PieceCutter.LAST;
    }
    for (int i = 0; i < pieces.size(); i++) {
      ids[first + i] = pieces.id(i);
    }
    ids[ids.length - 1] = PieceCutter.LAST;
    return new Window(pieces, first, run(ids, before == null ? ids.length : first));
  }

  private float[] run(int[] ids, int second) {
    float[] embedded = new float[ids.length * embeddings.width()];
    embeddings.embed(ids, second, embedded, 0);
    long[] shape = {1, ids.length, embeddings.width()};
    try (OnnxTensor in = OnnxTensor.createTensor(environment, FloatBuffer.wrap(embedded), shape);
        OrtSession.Result out = session.run(Map.of("embedded", in))) {
      ((OnnxTensor) out.get(0)).getFloatBuffer().get(embedded);
      return embedded;
    } catch (OrtException e) {
      throw new IllegalStateException("The encoder failed on a text", e);
    }
  }
}
