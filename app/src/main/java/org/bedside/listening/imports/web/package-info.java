@NullMarked
package org.bedside.listening.imports.web;

import org.jspecify.annotations.NullMarked;
