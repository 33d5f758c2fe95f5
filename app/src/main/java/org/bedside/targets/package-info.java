/** By when somebody is to be answered: response-time targets, business hours, holidays. */
@ApplicationModule(allowedDependencies = {"database", "audit", "ui", "identity", "understanding"})
@NullMarked
package org.bedside.targets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
