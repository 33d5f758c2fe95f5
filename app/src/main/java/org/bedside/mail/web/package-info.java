@NullMarked
package org.bedside.mail.web;

import org.jspecify.annotations.NullMarked;
