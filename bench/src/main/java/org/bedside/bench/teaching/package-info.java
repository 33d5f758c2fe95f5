/** How well an organization's own themes and corrections are learned. */
@NullMarked
package org.bedside.bench.teaching;

import org.jspecify.annotations.NullMarked;
