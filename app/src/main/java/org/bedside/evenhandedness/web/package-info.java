@NullMarked
package org.bedside.evenhandedness.web;

import org.jspecify.annotations.NullMarked;
