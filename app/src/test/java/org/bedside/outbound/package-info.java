@NullMarked
package org.bedside.outbound;

import org.jspecify.annotations.NullMarked;
