package org.bedside.ui;

/**
 * The number of urgent things waiting behind a place in the rail; a module may give one as a bean.
 */
public interface NavCount {

  /** The path of the {@link NavItem} that it stands at. */
  String path();

  /** Asked once for each page that is shown to somebody who may open the place; must be quick. */
  long count();
}
