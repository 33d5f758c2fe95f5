@NullMarked
package org.bedside.handover.web;

import org.jspecify.annotations.NullMarked;
