/** The judgements that trained weights make: sentiment, offence, themes, disaster. */
@NullMarked
package org.bedside.understanding.judge;

import org.jspecify.annotations.NullMarked;
