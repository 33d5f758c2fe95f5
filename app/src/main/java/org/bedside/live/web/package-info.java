@NullMarked
package org.bedside.live.web;

import org.jspecify.annotations.NullMarked;
