package org.bedside.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import org.bedside.database.AcrossOrganizations;
import org.bedside.understanding.Assessment;
import org.junit.jupiter.api.Test;

class CodeTest {

  /** Who may see every organization's rows, and why. */
  private static final Set<String> ACROSS_ORGANIZATIONS =
      Set.of(
          // makes it
          "org.bedside.database.DatabaseConfiguration",
          // finds the sources and watches that are due, then works for one organization at a time
          "org.bedside.listening.store.JdbcPollQueue",
          "org.bedside.listening.store.JdbcPasses",
          // clears the keys of stories that no further post can join, whoever they belong to
          "org.bedside.listening.store.JdbcStoryKeys",
          // finds whose secret a signed delivery is held against, before anybody is known
          "org.bedside.listening.store.JdbcHooks",
          "org.bedside.listening.push.store.JdbcWebhooks",
          "org.bedside.listening.websub.store.JdbcCallbacks",
          // finds what is to be agreed with hubs, then works for one organization at a time
          "org.bedside.listening.websub.store.JdbcSubscriptions",
          // lists the organizations in which an alert, a notice or an hour is due, never what it
          // is
          "org.bedside.alerts.store.JdbcDue",
          // lists the organizations in which an override has waited too long, never which
          "org.bedside.privacy.store.Overdue",
          // lists the organizations in which a request for approval is due, never what it is
          "org.bedside.approvals.store.JdbcDue",
          // lists the organizations whose open cases are to be counted anew
          "org.bedside.inbox.store.JdbcRecounts",
          "org.bedside.approvals.store.JdbcDueApprovals",
          // lists the organizations whose webhook is to be told something, never what it is
          "org.bedside.improvement.store.JdbcDeliveries",
          // lists the organizations in which something is to be sent, never what it is
          "org.bedside.channels.store.JdbcSendingDue",
          // lists the organizations of which a letter is due, never which; old ones go with all
          // others
          "org.bedside.mail.store.JdbcOutgoing",
          // lists the webhooks that are to be told something, never what it is
          "org.bedside.hooks.store.JdbcHookQueue",
          // finds the imports that a start goes on with
          "org.bedside.listening.imports.store.JdbcUnfinishedImports",
          // before anybody is signed in there is no organization
          "org.bedside.identity.store.Credentials",
          // an organization is made before anything is done on its behalf
          "org.bedside.identity.store.JdbcFounding",
          // whoever holds an invitation's link works nowhere yet
          "org.bedside.identity.store.Joining",
          // finds whose a private link is, before anybody is known, and where something is to be
          // erased, never what it is
          "org.bedside.handover.store.Where",
          // nor can whoever forgot the password sign in
          "org.bedside.identity.store.Resetting",
          // lists the organizations that have something waiting, never what it is
          "org.bedside.listening.store.JdbcMentions",
          // lists the organizations for work that goes from one to the next
          "org.bedside.identity.store.JdbcOrganizations");

  /** Public in a web or store package though no view record: what one shows the other. */
  private static final Set<String> SHOWN_WITHIN_A_MODULE =
      Set.of(
          "org.bedside.assessment.store.AssessmentRows",
          "org.bedside.identity.store.Credentials",
          "org.bedside.identity.store.Joining",
          "org.bedside.identity.store.Resetting",
          "org.bedside.inbox.web.Choices",
          "org.bedside.inbox.web.Words",
          "org.bedside.inbox.web.DueWords",
          "org.bedside.identity.store.Tokens",
          // words that only templates put together
          "org.bedside.identity.web.AuditWords",
          "org.bedside.listening.web.Words");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.bedside");

  @Test
  void onlyTheNamedClassesSeeEveryOrganization() {
    noClasses()
        .that(describe("are not named here", type -> !isAmong(type, ACROSS_ORGANIZATIONS)))
        .and()
        .doNotHaveFullyQualifiedName(AcrossOrganizations.class.getName())
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName(AcrossOrganizations.class.getName())
        .check(CLASSES);
  }

  @Test
  void sqlIsWrittenOnlyInStores() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.bedside..store..", "org.bedside.database..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..")
        .check(CLASSES);
  }

  @Test
  void onlyTheGuardedClientOpensConnections() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "org.bedside.outbound..", "org.bedside.cli..", "org.bedside.terminal..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net.http..")
        .orShould()
        .dependOnClassesThat(
            describe(
                "open connections",
                type ->
                    Set.of(
                            "java.net.URLConnection",
                            "java.net.HttpURLConnection",
                            "java.net.Socket",
                            "java.net.ServerSocket",
                            "java.net.DatagramSocket",
                            "javax.net.ssl.HttpsURLConnection",
                            "java.nio.channels.SocketChannel",
                            "java.nio.channels.AsynchronousSocketChannel",
                            "java.nio.channels.DatagramChannel",
                            "org.springframework.web.client.RestClient",
                            "org.springframework.web.client.RestTemplate",
                            "org.jsoup.Connection")
                        .contains(type.getName())))
        .orShould()
        .accessTargetWhere(calls("java.net.URL", "openStream", "openConnection", "getContent"))
        .orShould()
        .accessTargetWhere(calls("org.jsoup.Jsoup", "connect"))
        .orShould()
        .accessTargetWhere(calls("javax.net.SocketFactory", "createSocket", "getDefault"))
        .orShould()
        .accessTargetWhere(calls("javax.net.ssl.SSLSocketFactory", "createSocket", "getDefault"))
        .check(CLASSES);
  }

  @Test
  void timeComesFromTheClockThatIsGiven() {
    noClasses()
        .should()
        .accessTargetWhere(describe("read the machine's time", CodeTest::readsTheMachinesTime))
        .check(CLASSES);
  }

  private static boolean readsTheMachinesTime(JavaAccess<?> access) {
    String target = access.getTarget().getFullName();
    if (target.startsWith("java.lang.System.currentTimeMillis")
        || target.equals("java.util.Date.<init>()")
        || target.startsWith("java.util.Calendar.getInstance")) {
      return true;
    }
    return access.getTarget() instanceof AccessTarget.CodeUnitCallTarget call
        && call.getName().equals("now")
        && call.getOwner().getPackageName().equals("java.time")
        && call.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
  }

  @Test
  void webAndStoreShowOnlyWhatTemplatesRead() {
    assertThat(
            CLASSES.stream()
                .filter(type -> type.getPackageName().matches("org\\.bedside\\..*\\.(web|store)"))
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> type.isTopLevelClass() && !type.isInterface())
                .filter(type -> !type.isRecord() && !type.isEnum())
                .map(JavaClass::getName)
                .filter(name -> !SHOWN_WITHIN_A_MODULE.contains(name)))
        .isEmpty();
  }

  @Test
  void understandingKnowsNothingOfSpringOrTheApp() {
    noClasses()
        .that()
        .resideInAPackage("org.bedside.understanding..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..", "java.sql..", "java.net.http..")
        .orShould()
        .dependOnClassesThat(
            describe(
                "belong to the app",
                type ->
                    type.getPackageName().startsWith("org.bedside.")
                        && !type.getPackageName().startsWith("org.bedside.understanding")))
        .check(CLASSES);
  }

  @Test
  void understandingExportsOnePackageAndRequiresNothingOfSpring() throws URISyntaxException {
    Path where =
        Path.of(Assessment.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    ModuleDescriptor module = ModuleFinder.of(where).findAll().iterator().next().descriptor();

    assertThat(module.exports())
        .extracting(ModuleDescriptor.Exports::source)
        .containsExactly("org.bedside.understanding");
    assertThat(module.requires())
        .extracting(ModuleDescriptor.Requires::name)
        .noneMatch(name -> name.startsWith("spring"));
  }

  private static boolean isAmong(JavaClass type, Set<String> names) {
    return names.contains(type.getName())
        || type.getEnclosingClass().map(outer -> isAmong(outer, names)).orElse(false);
  }

  private static DescribedPredicate<JavaAccess<?>> calls(String owner, String... methods) {
    return describe(
        "call " + owner,
        access ->
            access.getTargetOwner().getName().equals(owner)
                && Set.of(methods).contains(access.getTarget().getName()));
  }
}
