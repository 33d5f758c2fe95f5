/** Organizations, the people who work for them, what each may do, and how they sign in. */
@ApplicationModule(allowedDependencies = {"database", "audit", "ui"})
@NullMarked
package org.bedside.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
