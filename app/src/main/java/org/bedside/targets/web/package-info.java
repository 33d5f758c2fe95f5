@NullMarked
package org.bedside.targets.web;

import org.jspecify.annotations.NullMarked;
