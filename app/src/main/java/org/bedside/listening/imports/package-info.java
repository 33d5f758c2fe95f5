/** Imports of files: what a column is, the durable job, the error report. */
@NullMarked
package org.bedside.listening.imports;

import org.jspecify.annotations.NullMarked;
