package org.bedside.bench.cards;

/**
 * Some of the texts that a figure is measured on.
 *
 * @param name in words, for a table
 * @param rows their indexes
 * @param others those they are held against; empty where they aren't
 */
record Subgroup(String name, int[] rows, int[] others) {}
