package org.bedside.mail;

/** What the mail server made of a letter. */
sealed interface Outcome {

  /** It has it. */
  record Taken() implements Outcome {}

  /** It will never take it. */
  record Refused(String error, String detail) implements Outcome {}

  /** Not now. */
  record Later(String error, String detail) implements Outcome {}

  /** The server itself was not to be had, so that no other letter needs trying now. */
  record Away(String error, String detail) implements Outcome {}
}
