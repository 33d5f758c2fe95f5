package org.bedside.ui;

/**
 * Something that is told on every page while it is open, such as a new alert; a module may declare
 * one as a bean. The page asks {@code path} with the time of its drawing as {@code since} whenever
 * it hears of the topic; what comes back takes the place of the element that asked.
 *
 * @param topic the event that the page hears
 * @param path of the fragment
 * @param home where the same is shown anyway, so that it is not told there
 * @param permission told only to those who hold it
 */
public record LiveNotice(String topic, String path, String home, String permission) {}
