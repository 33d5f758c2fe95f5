/** What posts can be about: the places of the organization. */
@ApplicationModule(allowedDependencies = {"database", "audit", "identity", "ui"})
@NullMarked
package org.bedside.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
