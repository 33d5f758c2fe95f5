/** Posts that other programs push in and take back. */
@NullMarked
package org.bedside.listening.push;

import org.jspecify.annotations.NullMarked;
