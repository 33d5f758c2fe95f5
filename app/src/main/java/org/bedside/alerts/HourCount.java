package org.bedside.alerts;

import java.time.Instant;

/**
 * Posts published in one hour.
 *
 * @param hour its beginning, on the hour
 * @param negative how many of them are
 */
public record HourCount(Instant hour, long total, long negative) {}
