/** Many feeds at once: lists of subscriptions in and out, OPML 2.0. */
@NullMarked
package org.bedside.listening.opml;

import org.jspecify.annotations.NullMarked;
