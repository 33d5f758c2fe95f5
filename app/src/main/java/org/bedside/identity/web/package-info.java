@NullMarked
package org.bedside.identity.web;

import org.jspecify.annotations.NullMarked;
