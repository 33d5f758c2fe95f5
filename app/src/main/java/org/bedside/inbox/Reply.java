package org.bedside.inbox;

import java.time.Instant;
import org.bedside.understanding.Verdict;
import org.jspecify.annotations.Nullable;

/** An answer to a mention: a draft, or recorded as posted. */
public record Reply(
    long id,
    long mention,
    boolean posted,
    String text,
    Verdict.Decision verdict,
    @Nullable String overrideReason,
    String by,
    Instant changedAt,
    @Nullable Instant postedAt) {}
