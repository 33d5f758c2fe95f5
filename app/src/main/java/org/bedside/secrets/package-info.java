/** Secrets at rest: sealed under one key that comes from the environment or a file. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.bedside.secrets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
