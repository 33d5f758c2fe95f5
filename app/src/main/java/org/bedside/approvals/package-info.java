/** Whose agreement something needs before it goes out, and whether it has it. */
@ApplicationModule(
    allowedDependencies = {"database", "audit", "ui", "rounds", "identity", "mail", "live"})
@NullMarked
package org.bedside.approvals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
