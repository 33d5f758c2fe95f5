/** Reviews on any page that marks them up with the words of schema.org. */
@NullMarked
package org.bedside.listening.reviewpage;

import org.jspecify.annotations.NullMarked;
