package org.bedside.demo;

import org.bedside.listening.Source;

/** Where the invented posts are said to come from. */
enum Outlet {
  GOOGLE("google", "Google reviews", Source.Kind.FILE, Source.Takes.ALL, true),
  SURVEY("survey", "Inpatient survey", Source.Kind.API, Source.Takes.ALL, false),
  COURIER("courier", "Larkspur Courier, letters", Source.Kind.FILE, Source.Takes.ALL, false),
  BLUESKY("bluesky", "Bluesky", Source.Kind.API, Source.Takes.MATCHED, false);

  private final String key;
  private final String title;
  private final Source.Kind kind;
  private final Source.Takes takes;
  private final boolean aboutMain;

  Outlet(String key, String title, Source.Kind kind, Source.Takes takes, boolean aboutMain) {
    this.key = key;
    this.title = title;
    this.kind = kind;
    this.takes = takes;
    this.aboutMain = aboutMain;
  }

  static Outlet of(String key) {
    for (Outlet outlet : values()) {
      if (outlet.key.equals(key)) {
        return outlet;
      }
    }
    throw new IllegalArgumentException("no such source of the demo: " + key);
  }

  String title() {
    return title;
  }

  Source.Kind kind() {
    return kind;
  }

  Source.Takes takes() {
    return takes;
  }

  /** Whether what comes from here is about the main hospital where it names no other place. */
  boolean aboutMain() {
    return aboutMain;
  }
}
