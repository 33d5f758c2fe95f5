/** Words of a text with their offsets, folded so that spelling variants look alike. */
@NullMarked
package org.bedside.understanding.words;

import org.jspecify.annotations.NullMarked;
