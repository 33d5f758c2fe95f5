/** The workings of the claim index: fields, ranking, stance. */
@NullMarked
package org.bedside.understanding.claims;

import org.jspecify.annotations.NullMarked;
