@NullMarked
package org.bedside.mail.store;

import org.jspecify.annotations.NullMarked;
