/**
 * Finds the Safe Harbor identifiers of 45 CFR 164.514(b)(2) in short texts: exact patterns for what
 * has a form, a trained tagger for names and places.
 */
@NullMarked
package org.bedside.understanding.identifiers;

import org.jspecify.annotations.NullMarked;
