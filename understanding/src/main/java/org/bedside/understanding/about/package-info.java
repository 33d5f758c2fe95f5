/** Finds which known providers and places a post speaks of. */
@NullMarked
package org.bedside.understanding.about;

import org.jspecify.annotations.NullMarked;
