/** What is said: sources, posts as they reach us, watches, and the mentions that result. */
@ApplicationModule(
    allowedDependencies = {
      "database",
      "rounds",
      "secrets",
      "audit",
      "ui",
      "identity",
      "directory",
      "outbound",
      "understanding",
      "api"
    })
@NullMarked
package org.bedside.listening;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
