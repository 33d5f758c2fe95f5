@NullMarked
package org.bedside.directory.store;

import org.jspecify.annotations.NullMarked;
