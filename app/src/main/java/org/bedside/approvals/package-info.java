/** Whose agreement something needs before it goes out, and whether it has it. */
@ApplicationModule(
    allowedDependencies = {
      "database",
      "audit",
      "ui",
      "api",
      "rounds",
      "identity",
      "mail",
      "live",
      "understanding"
    })
@NullMarked
package org.bedside.approvals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
