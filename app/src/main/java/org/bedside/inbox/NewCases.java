package org.bedside.inbox;

import java.time.Instant;

/** What came in while somebody looks at the list. */
public interface NewCases {

  /** Open cases opened after {@code since}, counted up to a thousand. */
  Fresh since(Instant since);

  record Fresh(int cases, int urgent) {}
}
