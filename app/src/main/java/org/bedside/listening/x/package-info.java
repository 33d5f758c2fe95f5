/** X: the filtered stream with rules kept in step with the watches, and recent search. */
@NullMarked
package org.bedside.listening.x;

import org.jspecify.annotations.NullMarked;
