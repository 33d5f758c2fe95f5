package org.bedside.ui;

/** What a colour says. Coral is for what is urgent or would disclose, and for nothing else. */
public enum Tone {
  PLAIN("", Icon.INFO),
  PRIMARY("primary", Icon.INFO),
  URGENT("urgent", Icon.CIRCLE_ALERT),
  CARE("care", Icon.TRIANGLE_ALERT),
  DONE("done", Icon.CIRCLE_CHECK),
  GLAD("glad", Icon.SMILE),
  SAD("sad", Icon.FROWN),
  PRIVATE("private", Icon.LOCK);

  private final String suffix;
  private final Icon icon;

  Tone(String suffix, Icon icon) {
    this.suffix = suffix;
    this.icon = icon;
  }

  /** The class names of a component in this tone: {@code badge badge-urgent}. */
  public String css(String component) {
    return suffix.isEmpty() ? component : component + " " + component + "-" + suffix;
  }

  /** The icon that goes with it where nothing more exact is known. */
  public Icon icon() {
    return icon;
  }
}
