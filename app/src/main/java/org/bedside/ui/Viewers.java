package org.bedside.ui;

import java.util.Locale;
import java.util.Optional;

/** Tells who looks; the module that knows people provides it. */
public interface Viewers {

  /** The person signed in on this thread's request, or empty. */
  Optional<Viewer> current();

  /** The language that the person of this thread's request chose, or empty. */
  Optional<Locale> language();
}
