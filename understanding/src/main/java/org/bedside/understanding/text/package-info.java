/** Cuts untrusted text into words, marks and segments, keeping the offsets of each. */
@NullMarked
package org.bedside.understanding.text;

import org.jspecify.annotations.NullMarked;
