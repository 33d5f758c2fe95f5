package org.bedside.channels.connecting;

/**
 * Why something did not work.
 *
 * @param error message key, with {@code detail} as its value
 */
public record Trouble(String error, String detail) {}
