package org.bedside.inbox;

/**
 * How much a case matters, and why.
 *
 * @param score 0 to 100, higher first
 * @param reason message key of the sentence that says why
 * @param detail a value for that sentence, such as the urgency's kind or a theme; may be empty
 */
public record Priority(int score, String reason, String detail) {}
