/** Finds what a writer asks to change. */
@NullMarked
package org.bedside.understanding.asks;

import org.jspecify.annotations.NullMarked;
