@NullMarked
package org.bedside.alerts.store;

import org.jspecify.annotations.NullMarked;
