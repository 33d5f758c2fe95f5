package org.bedside.understanding;

/**
 * A known provider or place that a post speaks of.
 *
 * @param id the directory entry's key
 * @param span the words that name it
 */
public record About(String id, DirectoryEntry.Kind kind, Span span) {}
