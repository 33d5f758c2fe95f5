/** What was understood of each mention, and what people say instead. */
@ApplicationModule(
    allowedDependencies = {
      "database",
      "rounds",
      "audit",
      "ui",
      "identity",
      "directory",
      "listening",
      "understanding"
    })
@NullMarked
package org.bedside.assessment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
