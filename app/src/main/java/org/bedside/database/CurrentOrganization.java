package org.bedside.database;

import java.util.Optional;

/**
 * The organization on whose behalf the current thread works. Every transaction begun inside sees
 * the rows of that organization and no others; outside of any, no row of any organization is seen.
 */
public final class CurrentOrganization {

  private static final ScopedValue<OrganizationId> CURRENT = ScopedValue.newInstance();

  private CurrentOrganization() {}

  /** The organization, or empty outside of any. */
  public static Optional<OrganizationId> find() {
    return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
  }

  /**
   * The organization.
   *
   * @throws IllegalStateException outside of any
   */
  public static OrganizationId get() {
    return find().orElseThrow(() -> new IllegalStateException("No organization is set here"));
  }

  /** Does {@code work} on behalf of {@code organization}. */
  public static void run(OrganizationId organization, Runnable work) {
    ScopedValue.where(CURRENT, organization).run(work);
  }

  /** Does {@code work} on behalf of {@code organization} and returns what it returns. */
  public static <R, X extends Throwable> R call(
      OrganizationId organization, ScopedValue.CallableOp<? extends R, X> work) throws X {
    return ScopedValue.where(CURRENT, organization).call(work);
  }
}
