/**
 * What Bedside understands of a short public post: what it says, how urgent it is, which watches it
 * matches, which claims it repeats, and whether a reply to it would disclose anything.
 *
 * <p>Everything here is pure, deterministic and thread-safe once constructed; nothing reads a file
 * or a socket after loading. All offsets are UTF-16 code units into the text given, end exclusive.
 * Untrusted text of any kind (lone surrogates, NUL, 100,000 characters) gives an answer, never an
 * exception, in time linear in its length.
 */
@NullMarked
package org.bedside.understanding;

import org.jspecify.annotations.NullMarked;
