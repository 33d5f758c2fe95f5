/** What every route of the HTTP API and every file that leaves share: problem details, safe CSV. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.bedside.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
