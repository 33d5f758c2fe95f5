@NullMarked
package org.bedside.listening.store;

import org.jspecify.annotations.NullMarked;
