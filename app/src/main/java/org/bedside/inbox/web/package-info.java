@NullMarked
package org.bedside.inbox.web;

import org.jspecify.annotations.NullMarked;
