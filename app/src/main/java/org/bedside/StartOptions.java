package org.bedside;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The options of {@code bedside start} as properties of the application. */
final class StartOptions {

  private static final Map<String, String> PROPERTIES =
      Map.of(
          "--port", "server.port",
          "--host", "server.address",
          "--data", "bedside.data",
          "--database-url", "bedside.database-url");

  private StartOptions() {}

  /**
   * Turns {@code --port N} and the like into properties; a property itself passes as it is.
   *
   * @throws IllegalArgumentException with one sentence for a person
   */
  static String[] properties(String[] args) {
    List<String> properties = new ArrayList<>();
    for (int i = 0; i < args.length; i++) {
      String arg = args[i];
      int equals = arg.indexOf('=');
      String name = equals < 0 ? arg : arg.substring(0, equals);
      String property = PROPERTIES.get(name);
      if (property == null) {
        if (i == 0 && arg.equals("start")) {
          continue;
        }
        if (name.startsWith("--") && name.contains(".") && equals > 0) {
          properties.add(arg);
          continue;
        }
        throw new IllegalArgumentException("There is no option " + arg + " here.");
      }
      if (equals < 0 && i + 1 == args.length) {
        throw new IllegalArgumentException("The option " + name + " needs a value.");
      }
      String value = equals < 0 ? args[++i] : arg.substring(equals + 1);
      properties.add("--" + property + "=" + checked(name, value));
    }
    return properties.toArray(String[]::new);
  }

  private static String checked(String name, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException("The option " + name + " needs a value.");
    }
    return switch (name) {
      case "--port" -> {
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > 65535) {
          throw new IllegalArgumentException("--port is a number from 0 to 65535.");
        }
        yield value;
      }
      case "--data" -> Path.of(value).toAbsolutePath().normalize().toString();
      default -> value;
    };
  }
}
