@NullMarked
package org.bedside.evenhandedness.store;

import org.jspecify.annotations.NullMarked;
