/** Makes invented clinicians and posts that name them and hospitals, to measure who is found. */
@NullMarked
package org.bedside.bench.about;

import org.jspecify.annotations.NullMarked;
