package org.bedside.alerts.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An alert in the list.
 *
 * @param title what it is, in the reader's language
 * @param where place and source, as far as known
 * @param clock "Due in 5 minutes", or how it ended; empty where no clock runs
 */
public record AlertLine(
    long id,
    String title,
    int severity,
    boolean urgent,
    boolean open,
    String where,
    String why,
    String clock,
    boolean overdue,
    Instant openedAt,
    @Nullable String href) {}
