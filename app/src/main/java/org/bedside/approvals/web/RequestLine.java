package org.bedside.approvals.web;

import java.time.Instant;
import org.bedside.ui.Tone;

/**
 * A request in a list.
 *
 * @param clock how much time is left, or how it ended
 */
public record RequestLine(
    String href, String title, String by, Instant askedAt, String clock, Tone tone) {}
