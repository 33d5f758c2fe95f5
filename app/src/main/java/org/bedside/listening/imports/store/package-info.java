@NullMarked
package org.bedside.listening.imports.store;

import org.jspecify.annotations.NullMarked;
