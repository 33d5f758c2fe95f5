/** A sample organization of invented data, put in once where {@code bedside demo} is started. */
@ApplicationModule(
    allowedDependencies = {
      "database",
      "audit",
      "identity",
      "privacy",
      "directory",
      "approvals",
      "channels",
      "handover",
      "wordings",
      "targets",
      "listening",
      "assessment",
      "inbox",
      "understanding"
    })
@NullMarked
package org.bedside.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
