package org.bedside;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The options of {@code bedside start} and {@code bedside demo} as properties of the application.
 */
final class StartOptions {

  private static final Map<String, String> PROPERTIES =
      Map.of(
          "--port", "server.port",
          "--host", "server.address",
          "--data", "bedside.data",
          "--database-url", "bedside.database-url",
          "--public-address", "bedside.public-address");

  /** Whatever the environment says, the demo keeps away from an installation in earnest. */
  private static final List<String> DEMO =
      List.of("--bedside.demo=true", "--bedside.database-url=", "--server.address=127.0.0.1");

  private static final Set<String> OF_THE_DEMO = Set.of("--port", "--data");

  private StartOptions() {}

  /** The command that {@code args} begin with. */
  static String command(String[] args) {
    return isDemo(args) ? "demo" : "start";
  }

  private static boolean isDemo(String[] args) {
    return args.length > 0 && args[0].equals("demo");
  }

  /**
   * Turns {@code --port N} and the like into properties; a property itself passes as it is.
   *
   * @throws IllegalArgumentException with one sentence for a person
   */
  static String[] properties(String[] args) {
    boolean demo = isDemo(args);
    List<String> properties = new ArrayList<>(demo ? DEMO : List.of());
    for (int i = 0; i < args.length; i++) {
      String arg = args[i];
      int equals = arg.indexOf('=');
      String name = equals < 0 ? arg : arg.substring(0, equals);
      String property = PROPERTIES.get(name);
      if (i == 0 && (demo || arg.equals("start"))) {
        continue;
      }
      if (demo && property != null && !OF_THE_DEMO.contains(name)) {
        throw new IllegalArgumentException(
            "The demo is served to this machine only and keeps its own data: there is no option "
                + name
                + " here.");
      }
      if (property == null) {
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
    if (demo && properties.stream().noneMatch(property -> property.startsWith("--bedside.data="))) {
      properties.add("--bedside.data=" + Path.of(System.getProperty("user.home"), ".bedside-demo"));
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
