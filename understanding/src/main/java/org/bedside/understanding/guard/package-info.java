/**
 * How a reply is checked: {@link org.bedside.understanding.guard.Tokens} reads it, {@link
 * org.bedside.understanding.guard.RuleBook} says which turns of phrase disclose and which are known
 * to be harmless, and whatever neither of them knows is shown to a person.
 */
@NullMarked
package org.bedside.understanding.guard;

import org.jspecify.annotations.NullMarked;
