@NullMarked
package org.bedside.handover.store;

import org.jspecify.annotations.NullMarked;
