/** The sentence encoder: a text cut into word pieces, and what the network makes of them. */
@NullMarked
package org.bedside.understanding.encoder;

import org.jspecify.annotations.NullMarked;
