@NullMarked
package org.bedside.assessment.store;

import org.jspecify.annotations.NullMarked;
