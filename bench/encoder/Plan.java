/**
 * How a training goes.
 *
 * @param rate how fast the layers learn at the most
 * @param headRate how fast the heads do
 * @param steep of all batches, after how many the rate falls steeply
 * @param last of all batches, after how many training ends
 * @param order the seed of the order of batches
 * @param hidden of the pieces of a text that is judged as a whole, how many are hidden from it
 */
record Plan(float rate, float headRate, float steep, float last, int order, double hidden) {

  /** From the published network. It ends early: the time of the machine was limited. */
  static final Plan FIRST = new Plan(8e-5f, 1e-3f, 0.72f, 0.82f, 3, 0);

  /** From a network that has learned all this before, with rows that were added since. */
  static final Plan FURTHER = new Plan(4e-5f, 5e-4f, 1, 1, 5, 0.08);

  boolean isFurther() {
    return this == FURTHER;
  }
}
