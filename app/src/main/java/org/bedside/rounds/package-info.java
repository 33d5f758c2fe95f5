/** Work that goes round in a thread of its own: woken at once, looked for again after a while. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.bedside.rounds;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
