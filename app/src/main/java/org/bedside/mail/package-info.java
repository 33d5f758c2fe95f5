/** E-mail that goes out: kept with the work that asked for it, sent after it. */
@ApplicationModule(
    allowedDependencies = {"database", "audit", "ui", "rounds", "secrets", "identity"})
@NullMarked
package org.bedside.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
