package org.bedside.handover;

/** The colours that an organization's public pages may carry; each is legible in light and dark. */
public enum Hue {
  TEAL,
  BLUE,
  GREEN,
  PLUM,
  SLATE
}
