/** Accounts that are connected on the network's own page, OAuth 2.0, instead of by pasted keys. */
@NullMarked
package org.bedside.channels.connecting;

import org.jspecify.annotations.NullMarked;
