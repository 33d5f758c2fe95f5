package org.bedside.browser;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bedside.BedsideTest.Org;
import org.bedside.BedsideTest.Person;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * An organization that has something on every page, one that has nothing, and who looks at them.
 *
 * @param asMaren stays for all pages, as people do
 * @param asNewcomer of the organization that has nothing
 */
record Stage(
    Org full,
    Person maren,
    Visit asMaren,
    Visit asNewcomer,
    String openCase,
    String closedCase,
    String file) {

  /** Keeps the stage of each server, so that it is set once for all who look at pages. */
  static final class Keeper implements AutoCloseable {

    private final Map<Integer, Stage> stages = new HashMap<>();

    private Keeper() {}

    Stage stage(int port, Supplier<Stage> set) {
      Stage known = stages.get(port);
      if (known == null) {
        known = set.get();
        stages.put(port, known);
      }
      return known;
    }

    @Override
    public void close() {
      stages.values().stream()
          .flatMap(stage -> Stream.of(stage.asMaren(), stage.asNewcomer()))
          .forEach(Visit::close);
    }
  }

  /** Hands the one keeper to whoever has it as a parameter. */
  static final class Provider implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Keeper.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(Namespace.create(Stage.class))
          .computeIfAbsent(Keeper.class, key -> new Keeper(), Keeper.class);
    }
  }
}
