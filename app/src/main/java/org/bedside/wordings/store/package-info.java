@NullMarked
package org.bedside.wordings.store;

import org.jspecify.annotations.NullMarked;
