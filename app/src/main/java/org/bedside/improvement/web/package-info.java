@NullMarked
package org.bedside.improvement.web;

import org.jspecify.annotations.NullMarked;
