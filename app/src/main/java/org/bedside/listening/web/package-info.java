@NullMarked
package org.bedside.listening.web;

import org.jspecify.annotations.NullMarked;
