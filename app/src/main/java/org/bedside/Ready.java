package org.bedside;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says on standard output, in one line, where to open the browser. */
@Component
class Ready {

  @EventListener
  @SuppressWarnings("SystemOut") // the one line that standard output is kept free for
  void announce(ApplicationReadyEvent event) {
    if (event.getApplicationContext() instanceof WebServerApplicationContext web
        && web.getWebServer() != null) {
      System.out.println("ready http://localhost:" + web.getWebServer().getPort());
      System.out.flush();
    }
  }
}
