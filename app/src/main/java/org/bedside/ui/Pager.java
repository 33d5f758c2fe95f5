package org.bedside.ui;

import org.jspecify.annotations.Nullable;

/**
 * The way through a long list by key, never by number of page: that stays quick at a million rows.
 *
 * @param shown what is shown, in words: "1–50 of 1,204"
 * @param newer address of the part before, or null at the start
 * @param older address of the part after, or null at the end
 */
public record Pager(String shown, @Nullable String newer, @Nullable String older) {}
