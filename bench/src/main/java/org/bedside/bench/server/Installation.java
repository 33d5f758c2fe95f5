package org.bedside.bench.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bedside.understanding.Understanding;

/** A server whose one organization has so many mentions, and ten people signed in to it. */
final class Installation implements AutoCloseable {

  private static final int PEOPLE = 10;
  private static final Pattern OLDER =
      Pattern.compile("href=\"(?![^\"]*look-)([^\"]*[?&;]after=[^\"]*)\"");

  private final ServerProcess server;
  private final List<Visitor> people = new ArrayList<>();

  /** Where each page is, by its name in the table. */
  private final Map<String, String> pages = new LinkedHashMap<>();

  private Installation(ServerProcess server) {
    this.server = server;
  }

  /** Starts on a data folder, filled first where it is new, with ten people. */
  static Installation open(Path data, int mentions)
      throws IOException, InterruptedException, SQLException {
    return open(data, mentions, PEOPLE);
  }

  /** Starts on a data folder, filled first where it is new. */
  static Installation open(Path data, int mentions, int people)
      throws IOException, InterruptedException, SQLException {
    Path filled = data.resolve("filled");
    Installation made = new Installation(ServerProcess.start(data));
    try {
      if (Files.notExists(filled)) {
        made.fill(mentions);
        Files.createFile(filled);
      }
      made.hire(people);
      for (int i = 0; i < people; i++) {
        Visitor person = new Visitor(made.server.address());
        made.people.add(person);
        person.signIn(email(i));
      }
      made.findPages();
      return made;
    } catch (IOException | InterruptedException | SQLException | RuntimeException e) {
      made.close();
      throw e;
    }
  }

  List<Visitor> people() {
    return people;
  }

  /** Its database, as its owner. */
  Connection database() throws IOException, SQLException {
    return server.database();
  }

  Map<String, String> pages() {
    return pages;
  }

  private static String email(int person) {
    return person == 0 ? Visitor.EMAIL : "agent" + person + "@example.org";
  }

  /** Colleagues of the first one, with the same part and the same password. */
  private void hire(int people) throws IOException, SQLException {
    try (Connection database = server.database();
        PreparedStatement hire =
            database.prepareStatement(
                """
                with hired as (
                  insert into person (id, email, name, password_hash, created_at)
                  select gen_random_uuid(), ?, ?, password_hash, created_at from person
                  where email = ? on conflict do nothing returning id, email, name
                )
                insert into membership (id, organization_id, person_id, name, email, roles, joined_at)
                select gen_random_uuid(), m.organization_id, h.id, h.name, h.email, m.roles, m.joined_at
                from hired h cross join membership m where m.email = ?
                """)) {
      for (int i = 1; i < people; i++) {
        hire.setString(1, email(i));
        hire.setString(2, "Agent " + i);
        hire.setString(3, Visitor.EMAIL);
        hire.setString(4, Visitor.EMAIL);
        hire.executeUpdate();
      }
    }
  }

  private void fill(int mentions) throws IOException, InterruptedException, SQLException {
    try (Visitor first = new Visitor(server.address())) {
      first.setUp("Benchmark");
    }
    try (Connection database = server.database();
        Statement statement = database.createStatement()) {
      statement.execute(resource("fill.sql"));
      statement.execute("set maintenance_work_mem = '256MB'");
      try (PreparedStatement fill =
          database.prepareStatement("select bench_fill(organization_id, ?, ?) from organization")) {
        fill.setInt(1, mentions);
        fill.setArray(2, database.createArrayOf("text", Understanding.load().themes().toArray()));
        fill.execute();
      }
      statement.execute("vacuum analyze");
      statement.execute("checkpoint"); // what was filled is not written out while people are timed
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(Installation.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void findPages() throws IOException, InterruptedException, SQLException {
    try (Connection database = server.database()) {
      String source = one(database, "select id from source where name = 'Source 04'");
      String rareSource = one(database, "select id from source where name = 'Source 12'");
      String location = one(database, "select id from location where name = 'Place 04'");
      String watch = one(database, "select id from watch where name = 'Watch 03'");
      String rareWatch = one(database, "select id from watch where name = 'Watch 20'");
      String common = one(database, "select themes[1] from inbox_case order by 1 limit 1");
      String detail = one(database, "select max(id) from inbox_case where state = 'OPEN'");
      pages.put("first page", "/inbox");
      pages.put("page 20", older(19));
      pages.put("newest first", "/inbox?order=newest");
      pages.put("all states", "/inbox?state=all");
      pages.put("source", "/inbox?source=" + source);
      pages.put("smallest source", "/inbox?source=" + rareSource);
      pages.put("sentiment", "/inbox?sentiment=negative");
      pages.put("theme", "/inbox?theme=" + Visitor.encode(common));
      pages.put("rating", "/inbox?rating=2");
      pages.put("location", "/inbox?location=" + location);
      pages.put("watch", "/inbox?watch=" + watch);
      pages.put("watch that matches few", "/inbox?watch=" + rareWatch);
      pages.put(
          "source, sentiment and rating",
          "/inbox?source=" + source + "&sentiment=negative&rating=1");
      pages.put("search: word in 20 mentions", "/inbox?q=v77");
      pages.put("search: word in one of 400", "/inbox?q=quillon");
      pages.put("search: common word", "/inbox?q=nurse");
      pages.put("search: word of the pleased, who come last", "/inbox?q=wonderful");
      pages.put("search: phrase", "/inbox?q=" + Visitor.encode("\"waiting room\""));
      pages.put("search: two words", "/inbox?q=" + Visitor.encode("surgeon rudely"));
      pages.put("search: no mention has it", "/inbox?q=nowhere");
      pages.put("case", "/inbox/" + detail);
    }
  }

  private String older(int steps) throws IOException, InterruptedException {
    String path = "/inbox";
    for (int i = 0; i < steps; i++) {
      Matcher link = OLDER.matcher(people.getFirst().page(path));
      if (!link.find()) {
        throw new IOException("no link to older cases on " + path);
      }
      path = link.group(1).replace("&amp;", "&");
    }
    return path;
  }

  private static String one(Connection database, String sql) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  @Override
  public void close() {
    people.forEach(Visitor::close);
    server.close();
  }
}
