package org.bedside.ui;

import java.util.Locale;

/** What belongs together among the settings, in the order in which it stands there. */
public enum SettingsGroup {
  PLACES,
  LISTENING,
  ANSWERING,
  SYSTEM;

  /** The message key of its name. */
  public String key() {
    return "ui.settings." + name().toLowerCase(Locale.ROOT);
  }
}
