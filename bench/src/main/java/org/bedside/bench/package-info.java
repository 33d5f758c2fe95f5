/** Training, the accuracy scoreboard and the speed benchmarks. */
@NullMarked
package org.bedside.bench;

import org.jspecify.annotations.NullMarked;
