package org.bedside.listening.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.bedside.BedsideTest;
import org.bedside.identity.SignedIn;
import org.bedside.listening.StoredWatch;
import org.bedside.listening.Watches;
import org.bedside.understanding.Post;
import org.bedside.understanding.WatchSet;
import org.bedside.understanding.WatchSyntaxException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class CompiledWatchesTest extends BedsideTest {

  private static final int MANY = 3_000;

  @Autowired private CompiledWatches compiled;
  @Autowired private Watches watches;
  @Autowired private JdbcClient jdbc;

  @Test
  void aChangeOfOneWatchLeavesTheOthersAsTheyWereCompiled() {
    Org org = found("Larkspur Health");
    SignedIn by = somebody(org);
    manyWatches(org);
    WatchSet before = set(org);
    assertThat(before.size()).isEqualTo(MANY);
    assertThat(set(org)).isSameAs(before);

    StoredWatch added = add(org, by, "Parking", "parking");
    WatchSet withParking = set(org);
    assertThat(withParking.sharedWith(before)).isEqualTo(MANY);
    assertThat(withParking.match(Post.of("p", "parking"))).containsExactly(added.id().toString());

    change(org, by, added.id(), "garage", true);
    WatchSet withGarage = set(org);
    assertThat(withGarage.sharedWith(before)).isEqualTo(MANY);
    assertThat(withGarage.match(Post.of("p", "parking"))).isEmpty();
    assertThat(withGarage.match(Post.of("p", "garage"))).hasSize(1);

    change(org, by, added.id(), "garage", false);
    assertThat(set(org).match(Post.of("p", "garage"))).isEmpty();

    UUID one = UUID.fromString(before.match(Post.of("p", "name7")).getFirst());
    inOrganization(org, () -> watches.remove(one, by));
    WatchSet without = set(org);
    assertThat(without.match(Post.of("p", "name7"))).isEmpty();
    assertThat(without.size()).isEqualTo(MANY - 1);
    assertThat(without.sharedWith(before)).isEqualTo(MANY - 1);
  }

  @Test
  void anotherOrganizationsChangeTouchesNothingHere() {
    Org org = found("Larkspur Health");
    Org other = found("Foxglove Clinic");
    add(org, somebody(org), "Parking", "parking");
    WatchSet before = set(org);
    add(other, somebody(other), "Parking", "parking");
    assertThat(set(org)).isSameAs(before);
    assertThat(set(other).size()).isEqualTo(1);
  }

  private StoredWatch add(Org org, SignedIn by, String name, String query) {
    return inOrganization(
        org,
        () -> {
          try {
            return watches.add(name, query, by);
          } catch (WatchSyntaxException e) {
            throw new IllegalArgumentException(e);
          }
        });
  }

  private void change(Org org, SignedIn by, UUID id, String query, boolean active) {
    inOrganization(
        org,
        () -> {
          try {
            watches.change(id, "Parking", query, active, by);
          } catch (WatchSyntaxException e) {
            throw new IllegalArgumentException(e);
          }
        });
  }

  private WatchSet set(Org org) {
    return inOrganization(org, () -> compiled.currentSet());
  }

  private void manyWatches(Org org) {
    inOrganization(
        org,
        () -> {
          jdbc.sql(
                  """
                  insert into watch (id, organization_id, name, query, created_at, changed_at)
                  select gen_random_uuid(), current_organization(), 'Name ' || n, 'name' || n,
                    now(), now()
                  from generate_series(1, :many) n
                  """)
              .param("many", MANY)
              .update();
        });
  }
}
