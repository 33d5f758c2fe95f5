/** Model cards: what every judgement scores on which texts, and where it fails. */
@NullMarked
package org.bedside.bench.cards;

import org.jspecify.annotations.NullMarked;
