package org.bedside.understanding;

/**
 * How the writer feels.
 *
 * @param label the most likely of the three
 * @param negative probability, 0 to 1; the three sum to 1
 * @param neutral probability
 * @param positive probability
 * @param scale5 the patient-feedback scale: 1 very positive to 5 very negative
 */
public record Sentiment(
    SentimentLabel label, double negative, double neutral, double positive, int scale5) {}
