/** Watches held against posts that were stored before them. */
@NullMarked
package org.bedside.listening.history;

import org.jspecify.annotations.NullMarked;
