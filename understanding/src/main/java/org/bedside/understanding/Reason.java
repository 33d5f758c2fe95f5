package org.bedside.understanding;

import org.jspecify.annotations.Nullable;

/**
 * Why a judgement came out as it did, for a person to check.
 *
 * @param judgement which judgement: sentiment, offensive, theme, identifier, urgency, disaster, ask
 * @param code stable key of a sentence in the message files, such as {@code sentiment.words}
 * @param detail a value for that sentence: the theme's label, the urgency's kind; may be empty
 * @param span the words it rests on, where words alone carried it
 * @param confidence 0 to 1
 */
public record Reason(
    String judgement, String code, String detail, @Nullable Span span, double confidence) {}
