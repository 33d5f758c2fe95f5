/** Open pages hear that something changed; they ask for what they then show. */
@ApplicationModule(allowedDependencies = {"database", "rounds", "ui", "identity"})
@NullMarked
package org.bedside.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
