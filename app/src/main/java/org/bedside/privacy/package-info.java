/** What protects the people written about: the guard on replies. */
@ApplicationModule(allowedDependencies = {"identity", "understanding"})
@NullMarked
package org.bedside.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
