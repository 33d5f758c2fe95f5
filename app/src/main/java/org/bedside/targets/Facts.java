package org.bedside.targets;

import org.bedside.understanding.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * What decides which target counts for a post.
 *
 * @param stars whole ones, where there are any
 * @param network the stable name of the way it came in, such as {@code bluesky} or {@code file}
 */
public record Facts(
    Urgency.Level urgency, PostKind kind, @Nullable Integer stars, String network) {}
