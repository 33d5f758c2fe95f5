package org.bedside.mail.web;

import java.util.List;
import org.bedside.mail.Letters;

/**
 * What became of letters, and whether any can go out.
 *
 * @param from the address that letters come from; empty where no mail server is set up
 * @param self the reader's own address; empty where it isn't known
 */
public record MailView(
    String from,
    boolean readable,
    String self,
    long waiting,
    long failed,
    List<Letters.Kept> waitingLetters,
    List<Letters.Kept> failedLetters) {}
