/**
 * What may be said: approved wordings with variables, in two languages, and what each network
 * takes.
 */
@ApplicationModule(
    allowedDependencies = {
      "database",
      "audit",
      "ui",
      "identity",
      "privacy",
      "directory",
      "channels",
      "understanding"
    })
@NullMarked
package org.bedside.wordings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
