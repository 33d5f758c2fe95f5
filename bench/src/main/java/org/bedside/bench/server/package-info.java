/** The speed of the whole server, as a real process spoken to over HTTP. */
@NullMarked
package org.bedside.bench.server;

import org.jspecify.annotations.NullMarked;
