/** The one way out: every HTTP request that Bedside makes of others goes through here. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.bedside.outbound;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
