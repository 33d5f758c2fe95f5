package org.bedside.identity;

/** Somebody's password opens another organization too; no administrator of one may set it. */
public final class WorksElsewhereException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public WorksElsewhereException() {
    super("This person also works for another organization here.");
  }
}
