package org.bedside.listening.bluesky;

/** Bytes that don't follow the format. */
final class MalformedException extends Exception {

  private static final long serialVersionUID = 1L;

  MalformedException(String what) {
    super(what, null, false, false);
  }
}
