package org.bedside.listening.history;

/** A run is due; published in the transaction that makes it so. */
public record RunsWaiting() {}
