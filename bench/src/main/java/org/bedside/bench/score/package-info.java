/** The scoreboard: what every judgement scores on labelled rows, beside what others score. */
@NullMarked
package org.bedside.bench.score;

import org.jspecify.annotations.NullMarked;
