@NullMarked
package org.bedside.insight.store;

import org.jspecify.annotations.NullMarked;
