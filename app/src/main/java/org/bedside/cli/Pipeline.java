package org.bedside.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes lines through an answerer on all processors and writes the answers in the order of the
 * lines. Holds a bounded number of lines at a time; answers are written as soon as the input
 * pauses.
 */
final class Pipeline {

  private static final int BATCH = 32;

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private record Answers(List<String> lines, boolean allRead) {}

  private final Answerer answerer;

  Pipeline(Answerer answerer) {
    this.answerer = answerer;
  }

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  /** Reads one line as an object. */
  static ObjectNode parse(Lines.Line line) throws BadLineException {
    if (line.text() == null) {
      throw new BadLineException("the line is longer than " + Lines.LONGEST + " bytes");
    }
    JsonNode node;
    try {
      node = JSON.readTree(line.text());
    } catch (JacksonException e) {
      throw new BadLineException("not JSON: " + e.getOriginalMessage());
    }
    if (node instanceof ObjectNode object) {
      return object;
    }
    throw new BadLineException("not a JSON object");
  }

  /** Returns whether every line could be answered. */
  boolean run(InputStream in, OutputStream out) throws IOException {
    int processors = Runtime.getRuntime().availableProcessors();
    boolean allRead = true;
    try (ExecutorService workers = Executors.newFixedThreadPool(processors)) {
      try {
        Lines lines = new Lines(in);
        Deque<Future<Answers>> pending = new ArrayDeque<>();
        List<Lines.Line> batch = new ArrayList<>();
        Lines.Line line = lines.next();
        while (line != null) {
          batch.add(line);
          boolean pause = !lines.ready();
          if (batch.size() == BATCH || pause) {
            List<Lines.Line> full = List.copyOf(batch);
            batch.clear();
            pending.add(workers.submit(() -> answers(full)));
          }
          while (!pending.isEmpty() && (pause || pending.size() > 2 * processors)) {
            allRead &= write(pending.remove(), out);
          }
          line = lines.next();
        }
        if (!batch.isEmpty()) {
          pending.add(workers.submit(() -> answers(batch)));
        }
        while (!pending.isEmpty()) {
          allRead &= write(pending.remove(), out);
        }
      } finally {
        workers.shutdownNow();
      }
    }
    out.flush();
    return allRead;
  }

  private static boolean write(Future<Answers> future, OutputStream out) throws IOException {
    try {
      Answers answers = future.get();
      StringBuilder text = new StringBuilder();
      answers.lines().forEach(line -> text.append(line).append('\n'));
      out.write(text.toString().getBytes(StandardCharsets.UTF_8));
      out.flush();
      return answers.allRead();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private Answers answers(List<Lines.Line> batch) {
    List<String> answers = new ArrayList<>(batch.size());
    boolean allRead = true;
    for (Lines.Line line : batch) {
      String error;
      try {
        answers.add(text(answerer.answer(parse(line))));
        continue;
      } catch (BadLineException e) {
        error = e.getMessage();
      } catch (RuntimeException e) {
        // One post must never stop the others; what went wrong is named, its words are not.
        error = "could not be processed: " + e.getClass().getSimpleName();
      }
      allRead = false;
      answers.add(text(object().put("line", line.number()).put("error", error)));
    }
    return new Answers(answers, allRead);
  }

  private static String text(ObjectNode answer) {
    return escapeHalves(JSON.writeValueAsString(answer));
  }

  /** Half a surrogate pair has no UTF-8; inside JSON it can be escaped. */
  private static String escapeHalves(String json) {
    StringBuilder escaped = null;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      boolean half = Character.isSurrogate(c);
      if (half
          && Character.isHighSurrogate(c)
          && i + 1 < json.length()
          && Character.isLowSurrogate(json.charAt(i + 1))) {
        escaped = append(escaped, json, i, 2);
        i++;
      } else if (half) {
        escaped = escaped == null ? new StringBuilder(json.substring(0, i)) : escaped;
        escaped.append(String.format("\\u%04X", (int) c));
      } else {
        escaped = append(escaped, json, i, 1);
      }
    }
    return escaped == null ? json : escaped.toString();
  }

  private static @Nullable StringBuilder append(
      @Nullable StringBuilder to, String json, int at, int length) {
    return to == null ? null : to.append(json, at, at + length);
  }
}
