/** Signed messages to addresses of others: kept first, sent after, tried again. */
@ApplicationModule(
    allowedDependencies = {"database", "audit", "ui", "rounds", "secrets", "outbound", "identity"})
@NullMarked
package org.bedside.hooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
