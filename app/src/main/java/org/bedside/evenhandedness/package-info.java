/**
 * Whether reviews are treated alike: what was reported, hidden or removed and for which published
 * reason, how that falls on low and high stars, and who is asked for a review. Nobody imports it.
 */
@ApplicationModule(
    allowedDependencies = {
      "api",
      "database",
      "audit",
      "ui",
      "identity",
      "directory",
      "listening",
      "assessment",
      "inbox",
      "understanding"
    })
@NullMarked
package org.bedside.evenhandedness;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
