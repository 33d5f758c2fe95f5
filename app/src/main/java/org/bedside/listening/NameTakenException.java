package org.bedside.listening;

/** Another source or watch of this organization already has that name. */
public final class NameTakenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NameTakenException(String name) {
    super("“" + name + "” is already the name of another one. Nothing was changed.");
  }
}
