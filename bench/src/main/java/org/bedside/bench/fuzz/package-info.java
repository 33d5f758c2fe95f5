/** Looks for texts and lines that the library or the command line can't bear. */
@NullMarked
package org.bedside.bench.fuzz;

import org.jspecify.annotations.NullMarked;
