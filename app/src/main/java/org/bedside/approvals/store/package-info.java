@NullMarked
package org.bedside.approvals.store;

import org.jspecify.annotations.NullMarked;
