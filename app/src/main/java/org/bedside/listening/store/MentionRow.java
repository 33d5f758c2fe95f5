package org.bedside.listening.store;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A mention about to be stored. */
record MentionRow(long post, @Nullable UUID location, List<UUID> watches) {}
