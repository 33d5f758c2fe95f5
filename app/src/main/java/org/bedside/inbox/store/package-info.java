@NullMarked
package org.bedside.inbox.store;

import org.jspecify.annotations.NullMarked;
