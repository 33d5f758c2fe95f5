@NullMarked
package org.bedside.listening.feed;

import org.jspecify.annotations.NullMarked;
