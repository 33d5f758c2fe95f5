/** Access that people grant on a network's own page: asking for it, keeping it, renewing it. */
@NullMarked
package org.bedside.listening.oauth;

import org.jspecify.annotations.NullMarked;
