/** Cases: what matters first, who works on it, how it was answered and how it ended. */
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
      "privacy",
      "directory",
      "targets",
      "wordings",
      "approvals",
      "channels",
      "handover",
      "listening",
      "assessment",
      "understanding"
    })
@NullMarked
package org.bedside.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
