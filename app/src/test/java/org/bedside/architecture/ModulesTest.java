package org.bedside.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.bedside.BedsideApplication;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyType;

class ModulesTest {

  private static final Path PAGE = Path.of("..", "docs", "modules", "README.md");
  private static final ApplicationModules MODULES = ApplicationModules.of(BedsideApplication.class);

  @Test
  void everyModuleUsesOnlyWhatItDeclaresAndOnlyTheRootPackagesOfOthers() {
    MODULES.verify();
  }

  @Test
  void everyModuleDeclaresWhatItMayUse() {
    for (var module : MODULES) {
      if (!module.getIdentifier().toString().equals("understanding")) {
        assertThat(declared(module)).as(module.getIdentifier().toString()).doesNotContain("¤");
      }
    }
  }

  @Test
  void thePageAboutTheModulesIsUpToDate() throws IOException {
    String page = page();
    String kept = Files.exists(PAGE) ? Files.readString(PAGE) : "";
    if (!kept.equals(page)) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, page);
    }
    assertThat(kept)
        .as("docs/modules/README.md was out of date and has just been written anew: commit it")
        .isEqualTo(page);
  }

  private static String page() {
    var modules =
        MODULES.stream()
            .sorted(Comparator.comparing(module -> module.getIdentifier().toString()))
            .toList();
    StringBuilder page = new StringBuilder();
    page.append(
        """
        # Modules of the app

        Written by `ModulesTest`; don't edit. A module may use those that its arrows lead to, and of
        those only what lies in the root package, listed below.

        ```mermaid
        graph TD
        """);
    for (var module : modules) {
      for (String used : used(module)) {
        page.append("  ").append(module.getIdentifier()).append(" --> ").append(used).append('\n');
      }
    }
    page.append("```\n");
    for (var module : modules) {
      page.append("\n## ").append(module.getIdentifier()).append("\n\n");
      page.append("Uses: ").append(orNothing(used(module))).append("  \n");
      page.append("API: ").append(orNothing(api(module))).append('\n');
    }
    return page.toString();
  }

  private static List<String> declared(org.springframework.modulith.core.ApplicationModule module) {
    return module
        .getBasePackage()
        .getAnnotation(ApplicationModule.class)
        .map(annotation -> List.of(annotation.allowedDependencies()))
        .orElse(List.of("¤"));
  }

  private static List<String> used(org.springframework.modulith.core.ApplicationModule module) {
    return module
        .getDirectDependencies(MODULES, DependencyType.values())
        .uniqueModules()
        .map(used -> used.getIdentifier().toString())
        .sorted()
        .toList();
  }

  private static List<String> api(org.springframework.modulith.core.ApplicationModule module) {
    String root = module.getBasePackage().getName();
    Iterable<JavaClass> classes = module.getBasePackage();
    return StreamSupport.stream(classes.spliterator(), false)
        .filter(type -> type.getPackageName().equals(root))
        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
        .filter(type -> type.isTopLevelClass())
        .map(type -> Objects.requireNonNull(type.getSimpleName()))
        .filter(name -> !name.equals("package-info"))
        .sorted()
        .toList();
  }

  private static String orNothing(List<String> names) {
    return names.isEmpty()
        ? "nothing"
        : names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }
}
