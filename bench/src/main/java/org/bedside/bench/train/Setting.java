package org.bedside.bench.train;

/**
 * How a model is fitted.
 *
 * @param bits binary logarithm of the number of buckets for hashed features
 * @param rarest features seen in fewer texts are left out
 * @param dense how many dense features it learns from
 * @param cost of an error
 * @param balance 0 takes classes as they come, 1 makes rare ones weigh as much as common ones
 */
record Setting(int bits, int rarest, int dense, double cost, double balance) {}
