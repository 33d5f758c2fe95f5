@NullMarked
package org.bedside.channels.web;

import org.jspecify.annotations.NullMarked;
