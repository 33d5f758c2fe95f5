/** Private conversations that a public post is led to: consent, sealed words, an end. */
@ApplicationModule(
    allowedDependencies = {
      "database",
      "audit",
      "ui",
      "api",
      "rounds",
      "secrets",
      "identity",
      "mail",
      "live"
    })
@NullMarked
package org.bedside.handover;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
