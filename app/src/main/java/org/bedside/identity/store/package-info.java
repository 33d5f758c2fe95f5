@NullMarked
package org.bedside.identity.store;

import org.jspecify.annotations.NullMarked;
