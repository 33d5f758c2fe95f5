package org.bedside.alerts.web;

import java.time.Instant;

/**
 * The bar that says that an alert opened while somebody works on another page.
 *
 * @param since alerts that opened before are not told
 * @param shown what the bar says, so that it isn't said again; empty where nothing is to be told
 * @param words in the reader's language
 * @param drawnAt what opens later is told even where the bar is put away
 */
public record AlertNotice(
    Instant since, String shown, String words, String href, boolean crisis, Instant drawnAt) {}
