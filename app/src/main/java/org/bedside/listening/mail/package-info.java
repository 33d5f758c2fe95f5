/** Alert mails and newsletters in a folder of a mailbox, read over IMAP and left as they are. */
@NullMarked
package org.bedside.listening.mail;

import org.jspecify.annotations.NullMarked;
