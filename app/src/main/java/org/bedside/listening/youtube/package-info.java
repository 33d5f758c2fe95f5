/** YouTube: comments on videos of one's own and on videos that a search finds. */
@NullMarked
package org.bedside.listening.youtube;

import org.jspecify.annotations.NullMarked;
