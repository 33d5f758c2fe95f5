@NullMarked
package org.bedside.approvals.web;

import org.jspecify.annotations.NullMarked;
