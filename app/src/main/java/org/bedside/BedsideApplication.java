package org.bedside;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The server. */
@SpringBootApplication
@EnableScheduling
public class BedsideApplication {

  /** Starts the server in the foreground; {@code args} are Spring properties. */
  public static void main(String[] args) {
    SpringApplication.run(BedsideApplication.class, args);
  }
}
