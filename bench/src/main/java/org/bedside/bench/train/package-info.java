/**
 * Trains the weights that the library carries. Seeds are fixed: a second run gives the same bytes.
 */
@NullMarked
package org.bedside.bench.train;

import org.jspecify.annotations.NullMarked;
