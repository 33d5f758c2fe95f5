@NullMarked
package org.bedside.assessment.web;

import org.jspecify.annotations.NullMarked;
