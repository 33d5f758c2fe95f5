/** Tells when several posts are one text that travelled. */
@NullMarked
package org.bedside.understanding.stories;

import org.jspecify.annotations.NullMarked;
