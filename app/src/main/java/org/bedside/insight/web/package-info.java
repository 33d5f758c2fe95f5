@NullMarked
package org.bedside.insight.web;

import org.jspecify.annotations.NullMarked;
