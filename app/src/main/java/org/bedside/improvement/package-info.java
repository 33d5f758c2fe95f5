/**
 * What people love and what must change, rolled up by theme, place and clinician, and the tickets
 * in which it is changed. Listens only; nobody imports it.
 */
@ApplicationModule(
    allowedDependencies = {
      "database",
      "api",
      "audit",
      "ui",
      "identity",
      "mail",
      "live",
      "hooks",
      "directory",
      "listening",
      "assessment",
      "outbound",
      "secrets",
      "rounds",
      "understanding"
    })
@NullMarked
package org.bedside.improvement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
