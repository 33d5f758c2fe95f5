/** Reads tables from files of every kind row by row, in bounded memory. */
@NullMarked
package org.bedside.listening.imports.file;

import org.jspecify.annotations.NullMarked;
