package org.bedside.ui;

/** One choice of a list: the value that is sent and the words that are shown. */
public record Option(String value, String label) {}
