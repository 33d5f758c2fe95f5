@NullMarked
package org.bedside.listening.push.store;

import org.jspecify.annotations.NullMarked;
