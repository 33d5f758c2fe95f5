/** How well the same text from several sources is known as one story. */
@NullMarked
package org.bedside.bench.stories;

import org.jspecify.annotations.NullMarked;
