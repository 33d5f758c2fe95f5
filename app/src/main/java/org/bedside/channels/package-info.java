/** The accounts one publishes through, and what goes out through them: once. */
@ApplicationModule(
    allowedDependencies = {
      "database",
      "audit",
      "api",
      "ui",
      "rounds",
      "secrets",
      "outbound",
      "identity",
      "live"
    })
@NullMarked
package org.bedside.channels;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
