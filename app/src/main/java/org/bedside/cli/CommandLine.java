package org.bedside.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bedside.understanding.Level;
import org.jspecify.annotations.Nullable;

/**
 * {@code analyze}, {@code guard}, {@code match} and {@code claims}.
 *
 * <p>Exit status: 0 when every line was answered, 1 when a line could not be read, 2 when the
 * command itself could not be understood.
 */
public final class CommandLine {

  private static final String USAGE =
      """
      usage: bedside analyze [--level quick|thorough] [FILE]
             bedside guard [--level quick|thorough] [FILE]
             bedside match --watches FILE [FILE]
             bedside claims --collection FILE [--top K] [--level quick|thorough] [FILE]
      JSON Lines are read from FILE or standard input and written to standard output.\
      """;

  private final PrintStream errors;
  private @Nullable Path watches;
  private @Nullable Path collection;
  private int top = 5;
  private Level level = Level.THOROUGH;
  private final List<String> operands = new ArrayList<>();

  private CommandLine(PrintStream errors) {
    this.errors = errors;
  }

  public static void main(String[] args) throws IOException {
    // The console's encoding is whatever the machine says; JSON Lines are always UTF-8.
    try (PrintStream errors =
            new PrintStream(
                new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        OutputStream out = new FileOutputStream(FileDescriptor.out)) {
      int status = run(List.of(args), System.in, out, errors);
      out.flush();
      if (status != 0) {
        System.exit(status);
      }
    }
  }

  /** Runs one command in this process and returns its exit status; closes none of the streams. */
  public static int run(List<String> args, InputStream in, OutputStream out, PrintStream errors)
      throws IOException {
    CommandLine line = new CommandLine(errors);
    String command = args.isEmpty() ? "" : args.getFirst();
    String problem =
        switch (command) {
          case "analyze", "guard", "match", "claims" ->
              line.options(command, args.subList(1, args.size()));
          default -> "there is no such command";
        };
    if (problem != null) {
      errors.println("bedside " + command + ": " + problem);
      errors.println(USAGE);
      return 2;
    }
    try {
      return line.run(command, in, out);
    } catch (UnreadableFile e) {
      errors.println("bedside " + command + ": " + e.getMessage());
      return 2;
    }
  }

  private int run(String command, InputStream in, OutputStream out)
      throws IOException, UnreadableFile {
    Setup setup = new Setup(errors);
    Answerer answerer =
        switch (command) {
          case "match" -> setup.match(given(watches));
          case "claims" -> setup.claims(given(collection), top, level);
          case "guard" -> Setup.guard(level);
          default -> Setup.analyze(level);
        };
    boolean allRead;
    if (operands.isEmpty() || operands.getFirst().equals("-")) {
      allRead = new Pipeline(answerer).run(in, out);
    } else {
      try (InputStream file = UnreadableFile.open(Path.of(operands.getFirst()))) {
        allRead = new Pipeline(answerer).run(file, out);
      }
    }
    return allRead && !setup.hadErrors() ? 0 : 1;
  }

  private static Path given(@Nullable Path path) {
    if (path == null) {
      throw new IllegalStateException("checked when the options were read");
    }
    return path;
  }

  /** Reads the options; returns what is wrong with them, or null. */
  private @Nullable String options(String command, List<String> args) {
    for (int i = 0; i < args.size(); i++) {
      String arg = args.get(i);
      String name = arg.contains("=") ? arg.substring(0, arg.indexOf('=')) : arg;
      boolean known =
          (command.equals("match") && name.equals("--watches"))
              || (name.equals("--level") && !command.equals("match"))
              || (command.equals("claims")
                  && (name.equals("--collection") || name.equals("--top")));
      if (!known) {
        if (arg.startsWith("-") && !arg.equals("-")) {
          return "unknown option " + arg;
        }
        operands.add(arg);
        continue;
      }
      if (name.equals(arg) && ++i == args.size()) {
        return arg + " needs a value";
      }
      String value = name.equals(arg) ? args.get(i) : arg.substring(name.length() + 1);
      if (!set(name, value)) {
        return name + " can't be " + value;
      }
    }
    if (command.equals("match") && watches == null) {
      return "--watches FILE is missing";
    }
    if (command.equals("claims") && collection == null) {
      return "--collection FILE is missing";
    }
    return operands.size() > 1 ? "only one FILE can be read" : null;
  }

  private boolean set(String name, String value) {
    if (name.equals("--watches")) {
      watches = Path.of(value);
    } else if (name.equals("--collection")) {
      collection = Path.of(value);
    } else if (name.equals("--level")) {
      if (!value.equals("quick") && !value.equals("thorough")) {
        return false;
      }
      level = value.equals("quick") ? Level.QUICK : Level.THOROUGH;
    } else {
      if (!value.matches("[1-9][0-9]{0,5}")) {
        return false;
      }
      top = Integer.parseInt(value);
    }
    return true;
  }

  /** A file that was named but can't be read. */
  static final class UnreadableFile extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableFile(Path path) {
      super("can't read " + path);
    }

    static InputStream open(Path path) throws UnreadableFile {
      try {
        if (!Files.isDirectory(path)) {
          return new FileInputStream(path.toFile());
        }
      } catch (IOException e) {
        // The one sentence says it.
      }
      throw new UnreadableFile(path);
    }
  }
}
