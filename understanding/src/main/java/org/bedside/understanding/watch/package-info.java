/**
 * Matches posts against many stored queries at once.
 *
 * <p>The way of a query: {@code QueryReader} reads it into a {@code Query}; {@code WatchIndex}
 * gives every word it names a number, files the query under the rarest thing that any match must
 * contain, and keeps a {@code Plan} that decides. The way of a post: {@code PostTerms} reads it
 * once into those numbers; only queries filed under something the post contains are looked at.
 */
@NullMarked
package org.bedside.understanding.watch;

import org.jspecify.annotations.NullMarked;
