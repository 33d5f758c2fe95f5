package org.bedside.understanding.about;

import java.util.Set;

/** Single words that are names of hospitals and people, and common words alike. */
final class CommonNames {

  static final Set<String> WORDS =
      Set.of(
          ("advent angel april ascension august baker banks banner baptist bay baylor beacon bell"
               + " best bishop black brown care carter case cedar center central centre chase"
               + " children christian clinic community compass cook cross cure dawn day eagle east"
               + " faith field fisher frost general good grace grant gray green harbor haven heart"
               + " heritage hill hope horizon hospital hunter iris ivy joy june king lake lakeside"
               + " lane legacy liberty life lily long love maple mark may medical memorial mercy"
               + " methodist moody nation north oak page pain park patience pearl pine pope premier"
               + " price providence rain regional rich rivers riverside rose ruby rush sharp short"
               + " small snow south spring springs st star stone street strong summer summit sun"
               + " sunrise sweet swift trinity union unity university valley ward wellness west"
               + " white will winter wise wood woods young health county system sacred first"
               + " samaritan")
              .split(" "));

  private CommonNames() {}
}
