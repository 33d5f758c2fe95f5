/** The speed of watches beside Apache Lucene Monitor. */
@NullMarked
package org.bedside.bench.watch;

import org.jspecify.annotations.NullMarked;
