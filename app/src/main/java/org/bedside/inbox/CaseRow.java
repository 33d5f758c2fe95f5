package org.bedside.inbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bedside.understanding.SentimentLabel;
import org.bedside.understanding.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * A case as the list shows it.
 *
 * @param marks what people said of it
 * @param priority what counts, whoever said it, with the software's reason
 * @param mentions how many mentions it joins
 * @param sources from how many sources they come
 * @param preview the first words of its leading mention
 * @param version raised by each change; a change made on an older one is refused
 * @param clock by when it is to be answered
 */
public record CaseRow(
    long id,
    boolean open,
    @Nullable Outcome outcome,
    @Nullable UUID assignee,
    Marks marks,
    Priority priority,
    long leadMention,
    int mentions,
    int sources,
    UUID source,
    @Nullable UUID location,
    SentimentLabel sentiment,
    Urgency.Level urgency,
    @Nullable Double rating,
    List<String> themes,
    @Nullable String author,
    String preview,
    Instant publishedAt,
    Instant openedAt,
    @Nullable Instant closedAt,
    int version,
    CaseClock clock) {

  public CaseRow {
    themes = List.copyOf(themes);
  }
}
