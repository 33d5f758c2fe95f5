@NullMarked
package org.bedside.privacy.store;

import org.jspecify.annotations.NullMarked;
