/** How what was ordered leaves: taken, sent, and looked for where nobody knows. */
@NullMarked
package org.bedside.channels.sending;

import org.jspecify.annotations.NullMarked;
