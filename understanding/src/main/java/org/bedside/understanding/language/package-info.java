/** Tells the language of a short text. */
@NullMarked
package org.bedside.understanding.language;

import org.jspecify.annotations.NullMarked;
