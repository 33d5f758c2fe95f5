/** Judges whether a person must look at a post now, and why. */
@NullMarked
package org.bedside.understanding.urgency;

import org.jspecify.annotations.NullMarked;
