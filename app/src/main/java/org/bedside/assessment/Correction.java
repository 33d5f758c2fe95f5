package org.bedside.assessment;

import java.time.Instant;

/**
 * What a person said instead of the software.
 *
 * @param was the value before, in the form of {@link Judgement#value}
 * @param now the value after
 */
public record Correction(Judgement.Part part, String was, String now, String by, Instant at) {}
