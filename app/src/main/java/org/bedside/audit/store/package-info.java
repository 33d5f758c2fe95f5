@NullMarked
package org.bedside.audit.store;

import org.jspecify.annotations.NullMarked;
