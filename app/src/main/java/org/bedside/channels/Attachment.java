package org.bedside.channels;

/**
 * A picture that goes with a reply.
 *
 * @param reference where its bytes lie
 * @param alt what it shows, for those who don't see it
 */
public record Attachment(String reference, String alt) {}
