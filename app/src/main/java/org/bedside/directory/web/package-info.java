@NullMarked
package org.bedside.directory.web;

import org.jspecify.annotations.NullMarked;
