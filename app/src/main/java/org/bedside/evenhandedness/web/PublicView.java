package org.bedside.evenhandedness.web;

/**
 * What the public sees: no name of a person, no words of a review.
 *
 * @param name of the organization
 * @param lede the period in words
 */
public record PublicView(String name, String lede, RatesView rates) {}
