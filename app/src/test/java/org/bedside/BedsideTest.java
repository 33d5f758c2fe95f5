package org.bedside;

import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bedside.database.AcrossOrganizations;
import org.bedside.database.CurrentOrganization;
import org.bedside.database.OrganizationId;
import org.bedside.identity.Permission;
import org.bedside.identity.Role;
import org.bedside.identity.SignedIn;
import org.bedside.outbound.NoPauses;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The whole server on a real PostgreSQL, spoken to over real HTTP. Every test that extends this
 * shares one server and one database; each founds organizations of its own, so none sees another's
 * rows. Time is {@link #clock}, which starts at now and runs on; a test may move it.
 *
 * <p>The database is the embedded one, or, where the variable {@code BEDSIDE_TEST_DATABASE_URL} is
 * set, the external one there.
 */
@Tag(TestDatabase.EVERY)
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    classes = {BedsideApplication.class})
@Import({
  MovableClock.Configuration.class,
  MovablePublicAddress.Configuration.class,
  MovableMailServer.Configuration.class,
  InventedTopics.class,
  NoPauses.class
})
public abstract class BedsideTest {

  @Autowired protected MovableClock clock;
  @Autowired protected MovablePublicAddress publicAddress;
  @Autowired protected MovableMailServer mailServer;
  @Autowired protected TransactionTemplate transactions;
  @Autowired protected AcrossOrganizations across;
  @LocalServerPort protected int port;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    TestDatabase.register(properties);
  }

  /** Without any organization every page would lead to the set-up. */
  @BeforeEach
  final void somebodyIsThere() {
    if (!People.anybody(across)) {
      found("The first organization");
    }
  }

  /** What one test listened to is not asked in the time of another. */
  @AfterEach
  final void nothingIsListenedToAnyMore() {
    var jdbc = across.jdbc();
    jdbc.sql("delete from hub_subscription").update();
    jdbc.sql("update source set state = 'PAUSED' where kind = 'FEED' and state = 'ACTIVE'")
        .update();
  }

  @AfterEach
  final void timeIsNowAgain() {
    clock.reset();
    publicAddress.reset();
    mailServer.reset();
  }

  /** A new organization without members. */
  protected final Org found(String name) {
    return People.organization(across, name);
  }

  /** A new person who works for {@code org} with these roles. */
  protected final Person member(Org org, Role... roles) {
    Set<Role> played = EnumSet.noneOf(Role.class);
    played.addAll(Set.of(roles));
    return People.member(across, org, played);
  }

  /** Makes somebody a member of a further organization. */
  protected final Person member(Org org, Person person, Role... roles) {
    return People.join(across, org, person, Set.of(roles));
  }

  /** A browser in which nobody is signed in. */
  protected final Browser browser() {
    return new Browser(port);
  }

  /** A browser in which this person has signed in through the form. */
  protected final Browser signIn(Person person) {
    return browser().signIn(person);
  }

  /** A browser in which a new member of {@code org} with these roles has signed in. */
  protected final Browser signIn(Org org, Role... roles) {
    return signIn(member(org, roles));
  }

  /** A client of the HTTP API with a new token that carries these permissions. */
  protected final Api api(Org org, Permission... permissions) {
    return new Api(port, People.token(across, org, Set.of(permissions)));
  }

  /** A client of the HTTP API with this token. */
  protected final Api api(String token) {
    return new Api(port, token);
  }

  /** A client of the HTTP API that sends no token. */
  protected final Api apiWithoutToken() {
    return new Api(port, null);
  }

  /** Somebody of {@code org} who may do this, for calling a module without HTTP. */
  protected final SignedIn somebody(Org org, Permission... permissions) {
    return new SignedIn(
        UUID.randomUUID(),
        false,
        "Somebody",
        org.id().value(),
        org.name(),
        ZoneId.of("America/Chicago"),
        Set.of(permissions));
  }

  /** What the audit log of the organization says was done, in order. */
  protected final List<@Nullable String> recorded(Org org) {
    return across
        .jdbc()
        .sql("select action from audit_entry where organization_id = ? order by number")
        .param(org.id().value())
        .query(String.class)
        .list();
  }

  /** Does {@code work} on behalf of {@code org}, in one transaction. */
  protected final void inOrganization(Org org, Runnable work) {
    CurrentOrganization.run(
        org.id(), () -> transactions.executeWithoutResult(status -> work.run()));
  }

  /**
   * Does {@code work} on behalf of {@code org}, in one transaction, and returns what it returns.
   */
  protected final <T> T inOrganization(Org org, Work<T> work) {
    return CurrentOrganization.call(
        org.id(),
        () -> {
          T result = transactions.execute(status -> work.get());
          if (result == null) {
            throw new IllegalStateException("The work returned nothing");
          }
          return result;
        });
  }

  /** Something that is done and returns something. */
  @FunctionalInterface
  public interface Work<T> {
    T get();
  }

  /** An organization of a test. */
  public record Org(OrganizationId id, String name) {}

  /**
   * A person of a test.
   *
   * @param membership the membership's id in the organization they were made for
   */
  public record Person(
      UUID person, UUID membership, String name, String email, String password, Set<Role> roles) {}
}
