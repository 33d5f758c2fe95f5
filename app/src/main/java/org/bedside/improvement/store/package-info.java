@NullMarked
package org.bedside.improvement.store;

import org.jspecify.annotations.NullMarked;
