/** What an organization teaches: themes of its own, and what its people corrected. */
@NullMarked
package org.bedside.understanding.teaching;

import org.jspecify.annotations.NullMarked;
