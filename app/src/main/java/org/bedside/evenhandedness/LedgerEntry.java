package org.bedside.evenhandedness;

import java.time.Instant;
import org.bedside.understanding.SentimentLabel;
import org.jspecify.annotations.Nullable;

/**
 * One act on one review. It stays when the review is gone, and holds none of its words.
 *
 * @param id raised with each entry
 * @param sourceName where the review stood
 * @param publishedAt when the review was published
 * @param span which words were hidden; set for exactly {@link ModerationAct#SPAN_HIDDEN}
 * @param textVersion the version of the review's text that the act and the span rest on, from 1
 * @param stars 1 to 5 at the moment of the act, or null where the review had none
 * @param sentiment at the moment of the act, or null where the review was not read yet
 * @param byName who recorded it
 */
public record LedgerEntry(
    long id,
    long mention,
    String sourceName,
    Instant publishedAt,
    ModerationAct act,
    @Nullable HiddenSpan span,
    int textVersion,
    ModerationReason reason,
    @Nullable Integer stars,
    @Nullable SentimentLabel sentiment,
    String byName,
    Instant at) {}
