@NullMarked
package org.bedside.targets.store;

import org.jspecify.annotations.NullMarked;
