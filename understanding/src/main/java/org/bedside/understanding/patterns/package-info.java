/** A small language of word patterns, read from resource files and run over {@code Words}. */
@NullMarked
package org.bedside.understanding.patterns;

import org.jspecify.annotations.NullMarked;
