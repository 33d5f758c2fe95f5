/** How right the judgements of urgency, of claims and of stance are. */
@NullMarked
package org.bedside.bench.signals;

import org.jspecify.annotations.NullMarked;
