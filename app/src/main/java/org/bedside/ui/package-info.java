/** What every page shares: its frame, its words, its times, its assets. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.bedside.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
