package org.bedside;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The server. */
@SpringBootApplication
public class BedsideApplication {

  /** Starts the server in the foreground; {@code args} are Spring properties. */
  public static void main(String[] args) {
    SpringApplication.run(BedsideApplication.class, args);
  }
}
