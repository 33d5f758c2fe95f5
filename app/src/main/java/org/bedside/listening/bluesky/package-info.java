/** Bluesky and every other server of the AT Protocol: its streams, an own account, its search. */
@NullMarked
package org.bedside.listening.bluesky;

import org.jspecify.annotations.NullMarked;
