package org.bedside.understanding;

/**
 * Words that identify a person, or help to.
 *
 * @param type which of the kinds of 45 CFR 164.514(b)(2)
 * @param span where it stands
 * @param score confidence, 0 to 1
 */
public record Identifier(IdentifierType type, Span span, double score) {}
