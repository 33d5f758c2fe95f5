/** Trains and scores the finder of identifiers. */
@NullMarked
package org.bedside.bench.identifiers;

import org.jspecify.annotations.NullMarked;
