package org.bedside.improvement;

/**
 * A clinician whom posts name.
 *
 * @param id key of the directory entry that the words were taken for
 * @param name as posts call them most often
 */
public record Clinician(String id, String name) {}
