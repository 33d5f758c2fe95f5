/** What protects the people written about: the guard on replies, and how strict it is. */
@ApplicationModule(
    allowedDependencies = {"rounds", "database", "audit", "ui", "identity", "understanding"})
@NullMarked
package org.bedside.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
