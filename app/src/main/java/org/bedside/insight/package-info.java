/** What patients love and what must change, in figures. Listens only; nobody imports it. */
@ApplicationModule(
    allowedDependencies = {
      "database",
      "ui",
      "identity",
      "directory",
      "listening",
      "assessment",
      "understanding"
    })
@NullMarked
package org.bedside.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
