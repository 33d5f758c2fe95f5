/** What every way of listening has in common, whatever is listened to. */
@NullMarked
package org.bedside.listening.connector;

import org.jspecify.annotations.NullMarked;
