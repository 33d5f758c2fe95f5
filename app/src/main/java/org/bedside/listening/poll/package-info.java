/** Work in the background: asking sources that are due, holding new watches against old posts. */
@NullMarked
package org.bedside.listening.poll;

import org.jspecify.annotations.NullMarked;
