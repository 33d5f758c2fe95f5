@NullMarked
package org.bedside.channels.store;

import org.jspecify.annotations.NullMarked;
