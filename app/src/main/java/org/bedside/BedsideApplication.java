package org.bedside;

import java.util.Optional;
import org.bedside.database.DatabaseUnavailableException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The server. */
@SpringBootApplication
@EnableScheduling
public class BedsideApplication {

  /**
   * Starts the server in the foreground; {@code args} are those of {@code bedside start} or {@code
   * bedside demo}.
   */
  public static void main(String[] args) {
    String command = StartOptions.command(args);
    String[] properties;
    try {
      properties = StartOptions.properties(args);
    } catch (IllegalArgumentException e) {
      System.err.println(
          "bedside " + command + ": " + e.getMessage() + " See bin/bedside help " + command + ".");
      System.exit(2);
      return;
    }
    try {
      SpringApplication.run(BedsideApplication.class, properties);
    } catch (RuntimeException e) {
      System.err.println(
          "bedside "
              + command
              + ": "
              + sentence(e).orElseGet(() -> "It did not start: " + last(e)));
      System.exit(1);
    }
  }

  private static Optional<String> sentence(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof DatabaseUnavailableException unavailable) {
        return Optional.ofNullable(unavailable.getMessage());
      }
      if (cause instanceof PortInUseException taken) {
        return Optional.of(
            "Port " + taken.getPort() + " is already in use. Give another one with --port N.");
      }
    }
    return Optional.empty();
  }

  /** A setting that was refused; what lies below it is of no use to whoever wrote the setting. */
  private static boolean isSaidInWords(Throwable failure) {
    return failure instanceof IllegalArgumentException
        && failure.getCause() instanceof IllegalArgumentException;
  }

  private static String last(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null && !isSaidInWords(cause)) {
      cause = cause.getCause();
    }
    String message = cause.getMessage();
    return cause instanceof IllegalArgumentException && message != null
        ? message
        : String.valueOf(cause);
  }
}
