package org.bedside.bench.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The commands that read JSON Lines, with lines that may be anything between lines that are right:
 * each bad one is answered by its number, the right ones as if they stood alone. Runs them in this
 * process by the application's own entry, which is looked up by name since nothing here depends on
 * the application.
 */
final class Lines {

  static final String WATCHES = "{\"id\":\"a\",\"query\":\"ward OR nurse\"}\n";
  static final String CLAIMS = "{\"id\":\"c\",\"claim\":\"Garlic cures the flu.\"}\n";
  private static final String RIGHT =
      "{\"id\":\"right\",\"text\":\"The nurse was kind. Garlic cures flu.\",\"review\":\"Fine.\","
          + "\"reply\":\"Thank you for your visit.\"}\n";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final MethodHandle run;
  private final Path watches;
  private final Path claims;

  Lines(Path folder) throws IOException, ReflectiveOperationException {
    run =
        MethodHandles.lookup()
            .findStatic(
                Class.forName("org.bedside.cli.CommandLine"),
                "run",
                MethodType.methodType(
                    int.class,
                    List.class,
                    InputStream.class,
                    OutputStream.class,
                    PrintStream.class));
    watches = Files.writeString(folder.resolve("watches.jsonl"), WATCHES);
    claims = Files.writeString(folder.resolve("claims.jsonl"), CLAIMS);
  }

  /** The commands, each with its arguments, when the files beside them are as they should be. */
  Map<String, List<String>> commands() {
    return Map.of(
        "analyze", List.of("analyze"),
        "guard", List.of("guard"),
        "match", List.of("match", "--watches", watches.toString()),
        "claims", List.of("claims", "--collection", claims.toString()));
  }

  /** A case as a line, often spoiled. */
  static byte[] line(Case input, List<String> known, Random random) {
    ObjectNode node = input.json();
    switch (random.nextInt(8)) {
      case 0 -> node.remove("text");
      case 1 -> node.put("id", random.nextInt());
      case 2 -> node.set("id", JSON.valueToTree(List.of(1)));
      case 3 -> node.put("publishedAt", input.text());
      default -> node.put("id", input.author() == null ? "x" : input.author());
    }
    node.put("review", input.text());
    if (node.has("author")) {
      node.set("reviewer", node.get("author"));
    }
    String text =
        random.nextInt(3) == 0
            ? known.get(random.nextInt(known.size()))
            : random.nextBoolean() ? JSON.writeValueAsString(node) : Case.line(node);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int i = random.nextInt(5) - 2; i > 0 && bytes.length > 0; i--) {
      bytes = spoiled(bytes, random);
    }
    return bytes;
  }

  private static byte[] spoiled(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length);
    byte[] changed = bytes.clone();
    switch (random.nextInt(4)) {
      case 0 -> changed[at] = (byte) random.nextInt(256);
      case 1 -> changed = java.util.Arrays.copyOf(bytes, at);
      case 2 -> changed[at] = (byte) "{}[]\",:\\u0eE-+.\t ".charAt(random.nextInt(17));
      default -> {
        int other = random.nextInt(bytes.length);
        changed[at] = bytes[other];
        changed[other] = bytes[at];
      }
    }
    return changed;
  }

  /**
   * Runs a command over the lines, with right ones around each.
   *
   * @throws Violation where the contract doesn't hold
   */
  void check(List<String> command, List<byte[]> lines) {
    var input = new ByteArrayOutputStream();
    for (byte[] line : lines) {
      input.writeBytes(RIGHT.getBytes(StandardCharsets.UTF_8));
      input.writeBytes(line);
      input.write('\n');
    }
    input.writeBytes(RIGHT.getBytes(StandardCharsets.UTF_8));
    String[] written = answers(command, input.toByteArray());
    String[] asked = new String(input.toByteArray(), StandardCharsets.UTF_8).split("\n", -1);
    int at = 0;
    for (int i = 0; i < asked.length; i++) {
      if (!asked[i].isBlank()) {
        Must.hold(at < written.length, "fewer answers than lines");
        check(asked[i], i + 1, written[at++], written[0]);
      }
    }
    Must.hold(at == written.length, "more answers than lines");
  }

  private static void check(String asked, int number, String written, String right) {
    if ((asked + "\n").equals(RIGHT)) {
      Must.hold(written.equals(right), "a right line is answered in another way");
      return;
    }
    JsonNode answer = JSON.readTree(written);
    JsonNode error = answer.get("error");
    if (error == null) {
      JsonNode line = tree(asked);
      Must.hold(line != null && line.isObject(), "a line that is no object is answered");
      Must.hold(answer.has("id"), "an answer without its id");
    } else {
      Must.hold(answer.path("line").asInt() == number, "an error under another line's number");
      String said = error.asString();
      Must.hold(!said.isBlank() && !said.startsWith("could not be processed"), "error: " + said);
    }
  }

  private static @Nullable JsonNode tree(String line) {
    try {
      return JSON.readTree(line);
    } catch (JacksonException e) {
      return null;
    }
  }

  /** Reads watches or claims that may be anything; what can't be read is told, not thrown. */
  void checkFile(String command, List<byte[]> lines, Path folder) throws IOException {
    Path file = folder.resolve("any.jsonl");
    var all = new ByteArrayOutputStream();
    for (byte[] line : lines) {
      all.writeBytes(line);
      all.write('\n');
    }
    Files.write(file, all.toByteArray());
    String option = command.equals("match") ? "--watches" : "--collection";
    byte[] right = RIGHT.getBytes(StandardCharsets.UTF_8);
    Must.hold(
        answers(List.of(command, option, file.toString()), right).length == 1,
        "no answer beside a file of bad lines");
  }

  private String[] answers(List<String> command, byte[] input) {
    var out = new ByteArrayOutputStream();
    var errors = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    try {
      int status = (int) run.invoke(command, new ByteArrayInputStream(input), out, errors);
      Must.hold(status == 0 || status == 1, "exit status " + status);
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(out.toByteArray())).toString();
      return text.isEmpty() ? new String[0] : text.substring(0, text.length() - 1).split("\n", -1);
    } catch (CharacterCodingException e) {
      throw new Violation("the answers are no UTF-8");
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /** The shortest part of the lines that still fails, found by halving. */
  static List<byte[]> fewest(List<byte[]> lines, java.util.function.Predicate<List<byte[]>> fails) {
    List<byte[]> left = new ArrayList<>(lines);
    while (left.size() > 1) {
      List<byte[]> first = left.subList(0, left.size() / 2);
      List<byte[]> second = left.subList(left.size() / 2, left.size());
      if (fails.test(first)) {
        left = first;
      } else if (fails.test(second)) {
        left = second;
      } else {
        break;
      }
    }
    return left;
  }
}
