/** The application; each package below is a module. */
@NullMarked
package org.bedside;

import org.jspecify.annotations.NullMarked;
