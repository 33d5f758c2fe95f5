package org.bedside.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bedside.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * {@code bin/test} runs the tests once more on an external PostgreSQL: those that carry {@link
 * TestDatabase#EVERY}. Here it is found out from the code which must, so that none is left out that
 * speaks to the database and none is run twice to no purpose.
 */
class SecondDatabaseTest {

  /** Speak to the database, but always to the embedded one: a second run would be the first. */
  private static final Set<String> EMBEDDED_ONLY =
      Set.of(
          "org.bedside.demo.DemoTest",
          "org.bedside.kill.KillTest",
          "org.bedside.kill.SendKillTest");

  private static final JavaClasses TESTS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
          .importPackages("org.bedside");

  @Test
  void whateverCanRunOnAnotherDatabaseDoesAndNothingElseIsRunTwice() {
    assertThat(tagged())
        .isEqualTo(reaching(SecondDatabaseTest::asksForTheDatabase))
        .hasSizeGreaterThan(30);
  }

  @Test
  void whateverSpeaksToADatabaseRunsOnBoth() {
    Set<String> onlyOnce = reaching(SecondDatabaseTest::speaksToADatabase);
    onlyOnce.removeAll(tagged());

    assertThat(onlyOnce).isEqualTo(EMBEDDED_ONLY);
  }

  private static boolean asksForTheDatabase(JavaClass type) {
    return !type.isEquivalentTo(TestDatabase.class)
        && type.getMethodCallsFromSelf().stream()
            .filter(call -> call.getTargetOwner().isEquivalentTo(TestDatabase.class))
            .anyMatch(call -> Set.of("register", "externalUrl").contains(call.getName()));
  }

  private static boolean speaksToADatabase(JavaClass type) {
    return type.getDirectDependenciesFromSelf().stream()
        .map(dependency -> dependency.getTargetClass())
        .anyMatch(
            used ->
                used.getName().startsWith("java.sql.")
                    || used.getName().startsWith("javax.sql.")
                    || used.getPackageName().startsWith("org.springframework.jdbc")
                    || used.getPackageName().startsWith("org.springframework.transaction")
                    || used.getName().equals("org.springframework.boot.SpringApplication")
                    || used.getName().endsWith(".SpringBootTest"));
  }

  /** Test classes that are such, or use or extend what is. */
  private static Set<String> reaching(Predicate<JavaClass> such) {
    Set<JavaClass> reached = TESTS.stream().filter(such).collect(Collectors.toSet());
    for (Set<JavaClass> next = reached; !next.isEmpty(); ) {
      Set<JavaClass> last = next;
      next =
          TESTS.stream()
              .filter(type -> !reached.contains(type) && uses(type, last))
              .collect(Collectors.toCollection(HashSet::new));
      reached.addAll(next);
    }
    return reached.stream()
        .map(SecondDatabaseTest::outermost)
        .filter(SecondDatabaseTest::isTest)
        .map(JavaClass::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean uses(JavaClass type, Set<JavaClass> those) {
    return type.getDirectDependenciesFromSelf().stream()
        .anyMatch(dependency -> those.contains(dependency.getTargetClass()));
  }

  private static Set<String> tagged() {
    return TESTS.stream()
        .filter(SecondDatabaseTest::isTest)
        .filter(
            type ->
                Arrays.stream(type.reflect().getAnnotationsByType(Tag.class))
                    .anyMatch(tag -> tag.value().equals(TestDatabase.EVERY)))
        .map(JavaClass::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(SecondDatabaseTest::outermost).orElse(type);
  }

  /** By the name that the build goes by. */
  private static boolean isTest(JavaClass type) {
    return type.getSimpleName().endsWith("Test")
        && !type.getModifiers().contains(JavaModifier.ABSTRACT);
  }
}
