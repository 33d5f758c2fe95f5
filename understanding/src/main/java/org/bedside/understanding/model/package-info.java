/** Features of a text and the linear models that weigh them; the same code trains and judges. */
@NullMarked
package org.bedside.understanding.model;

import org.jspecify.annotations.NullMarked;
