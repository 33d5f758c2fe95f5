package org.bedside.understanding;

import org.jspecify.annotations.Nullable;

/**
 * A circulating claim that was fact-checked.
 *
 * @param id the caller's key
 * @param claim what is claimed, in one sentence
 */
public record Claim(String id, String claim, @Nullable String title, @Nullable String text) {}
