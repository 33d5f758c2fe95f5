package org.bedside.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The options and operands of one command. */
final class Options {

  private final Map<String, List<String>> values = new HashMap<>();
  private final List<String> operands = new ArrayList<>();

  private Options() {}

  /**
   * Reads {@code --name value}, {@code --name=value} and operands.
   *
   * @param valued names of options with a value
   * @param flags names of options without
   * @throws UsageException for an option that is neither, or one without its value
   */
  static Options read(List<String> args, Set<String> valued, Set<String> flags)
      throws UsageException {
    Options options = new Options();
    for (int i = 0; i < args.size(); i++) {
      String arg = args.get(i);
      if (!arg.startsWith("--")) {
        options.operands.add(arg);
        continue;
      }
      int equals = arg.indexOf('=');
      String name = equals < 0 ? arg.substring(2) : arg.substring(2, equals);
      if (flags.contains(name) && equals < 0) {
        options.values.put(name, List.of(""));
      } else if (!valued.contains(name)) {
        throw new UsageException("There is no option " + arg + " here.");
      } else if (equals < 0 && i + 1 == args.size()) {
        throw new UsageException("The option --" + name + " needs a value.");
      } else {
        String value = equals < 0 ? args.get(++i) : arg.substring(equals + 1);
        options.values.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
      }
    }
    return options;
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  Optional<String> find(String name) {
    return values.containsKey(name) ? Optional.of(values.get(name).getLast()) : Optional.empty();
  }

  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  String need(String name) throws UsageException {
    return find(name)
        .filter(value -> !value.isBlank())
        .orElseThrow(() -> new UsageException("The option --" + name + " is missing."));
  }

  /** The first line of the file that the option names. */
  String needFirstLine(String name) throws UsageException {
    Path file = Path.of(need(name));
    try (var lines = Files.lines(file)) {
      return lines.findFirst().orElse("").strip();
    } catch (IOException | java.io.UncheckedIOException e) {
      throw new UsageException("The file " + file + " of --" + name + " can't be read.");
    }
  }

  List<String> operands() {
    return List.copyOf(operands);
  }
}
