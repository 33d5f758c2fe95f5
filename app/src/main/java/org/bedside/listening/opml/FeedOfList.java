package org.bedside.listening.opml;

import org.jspecify.annotations.Nullable;

/**
 * What became of a feed of a list.
 *
 * @param status new, added, known, repeated, refused, unreachable or invalid
 * @param code message key of why not
 * @param detail what the message is about: a host, a status
 */
public record FeedOfList(
    String title, String url, String status, @Nullable String code, @Nullable String detail) {}
