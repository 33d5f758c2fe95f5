@NullMarked
package org.bedside.hooks.store;

import org.jspecify.annotations.NullMarked;
