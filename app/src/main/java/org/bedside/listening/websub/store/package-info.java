@NullMarked
package org.bedside.listening.websub.store;

import org.jspecify.annotations.NullMarked;
