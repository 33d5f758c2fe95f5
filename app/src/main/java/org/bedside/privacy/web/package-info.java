@NullMarked
package org.bedside.privacy.web;

import org.jspecify.annotations.NullMarked;
