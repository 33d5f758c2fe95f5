@NullMarked
package org.bedside.wordings.web;

import org.jspecify.annotations.NullMarked;
