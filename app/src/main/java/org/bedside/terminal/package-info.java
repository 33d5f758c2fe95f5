/** The commands that talk to a running server: setup, import, export, help. Loads no Spring. */
@ApplicationModule(allowedDependencies = "api")
@NullMarked
package org.bedside.terminal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
