/** Who did what: an append-only record of each organization, chained so that tampering shows. */
@ApplicationModule(allowedDependencies = {"database"})
@NullMarked
package org.bedside.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
