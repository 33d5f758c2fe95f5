package org.bedside.understanding;

/**
 * One theme a post speaks of, and how it speaks of it.
 *
 * @param theme a label of the theme framework, exactly as in the training data
 * @param sentiment how the writer feels about this theme
 * @param span the words the judgement rests on
 * @param score probability, 0 to 1
 */
public record ThemeOpinion(String theme, SentimentLabel sentiment, Span span, double score) {}
