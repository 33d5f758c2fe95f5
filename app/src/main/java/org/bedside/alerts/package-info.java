/** What must not wait: crises, persuasive reviews and spikes, whom they reach and who took them. */
@ApplicationModule(
    allowedDependencies = {
      "database",
      "audit",
      "ui",
      "api",
      "rounds",
      "secrets",
      "outbound",
      "identity",
      "mail",
      "live",
      "hooks",
      "directory",
      "listening",
      "assessment",
      "inbox",
      "understanding"
    })
@NullMarked
package org.bedside.alerts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
