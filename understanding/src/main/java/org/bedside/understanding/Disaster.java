package org.bedside.understanding;

/**
 * Whether a post speaks of a disaster under way.
 *
 * @param relevant probability, 0 to 1
 * @param type information type, a label of the crisis data; "Not related" where it is not relevant
 */
public record Disaster(double relevant, String type) {}
