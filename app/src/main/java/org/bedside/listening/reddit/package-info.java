/** Reddit: communities and searches with their comments. */
@NullMarked
package org.bedside.listening.reddit;

import org.jspecify.annotations.NullMarked;
