/** Feeds: RSS 0.9 to 2.0, Atom 0.3 and 1.0, JSON Feed, and whatever calls itself one of them. */
@NullMarked
package org.bedside.listening.feed;

import org.jspecify.annotations.NullMarked;
