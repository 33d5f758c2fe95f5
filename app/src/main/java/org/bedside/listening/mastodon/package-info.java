/** Mastodon and servers that speak its API: timelines asked for, and streams. */
@NullMarked
package org.bedside.listening.mastodon;

import org.jspecify.annotations.NullMarked;
