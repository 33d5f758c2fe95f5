package org.bedside.bench.teaching;

import org.bedside.bench.Data;
import org.bedside.understanding.Understanding;

/** Own themes from 20 examples, and what 100 corrections are worth; prints tables. */
final class TeachingBench {

  private TeachingBench() {}

  public static void main(String[] arguments) {
    Data data = Data.find();
    Understanding understanding = Understanding.load();
    if (arguments.length == 0 || arguments[0].equals("themes")) {
      StandInThemes.measure(data, understanding);
    }
    if (arguments.length == 0 || arguments[0].equals("invented")) {
      InventedThemes.measure(understanding);
    }
    if (arguments.length == 0 || arguments[0].equals("corrections")) {
      Corrections.measure(data, understanding);
    }
  }
}
