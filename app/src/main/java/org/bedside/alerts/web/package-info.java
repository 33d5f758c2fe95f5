@NullMarked
package org.bedside.alerts.web;

import org.jspecify.annotations.NullMarked;
