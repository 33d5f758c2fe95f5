/** Reviews on Google, through the Business Profile interface. */
@NullMarked
package org.bedside.listening.google;

import org.jspecify.annotations.NullMarked;
