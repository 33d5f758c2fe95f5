/** The commands that need no server: JSON Lines in, JSON Lines out. Loads no Spring. */
@ApplicationModule(allowedDependencies = {"assessment", "understanding"})
@NullMarked
package org.bedside.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
