package org.bedside.listening.imports.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bedside.listening.imports.ImportJob;
import org.bedside.listening.imports.ImportJob.Counts;
import org.bedside.listening.imports.ImportJob.State;
import org.bedside.listening.imports.ImportJobs;
import org.bedside.listening.imports.Mapping;
import org.bedside.listening.imports.RowProblem;
import org.bedside.listening.imports.file.Layout;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

@Component
class JdbcImportJobs implements ImportJobs {

  private static final String SELECT =
      """
      select j.*, s.name as source_name
      from import_job j left join source s on s.id = j.source_id
      """;
  private static final long MOST_PROBLEMS = 100_000;

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;

  JdbcImportJobs(JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void add(ImportJob job, @Nullable String idempotencyKey, String by) {
    jdbc.sql(
            """
            insert into import_job (id, organization_id, state, file_name, layout, zone, total,
              idempotency_key, started_by, created_at)
            values (:id, current_organization(), :state, :fileName, :layout::jsonb, :zone, :total,
              :key, :by, :at)
            """)
        .param("id", job.id())
        .param("state", job.state().name())
        .param("fileName", job.fileName())
        .param("layout", json.writeValueAsString(job.layout()))
        .param("zone", job.zone().getId())
        .param("total", job.rows())
        .param("key", idempotencyKey)
        .param("by", by)
        .param("at", now())
        .update();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<ImportJob> find(UUID id) {
    return jdbc.sql(SELECT + " where j.id = :id").param("id", id).query(this::job).optional();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<ImportJob> ofKey(String idempotencyKey) {
    return jdbc.sql(SELECT + " where j.idempotency_key = :key")
        .param("key", idempotencyKey)
        .query(this::job)
        .optional();
  }

  @Override
  @Transactional(readOnly = true)
  public List<ImportJob> latest(int limit) {
    return jdbc.sql(SELECT + " order by j.created_at desc, j.id limit :limit")
        .param("limit", limit)
        .query(this::job)
        .list();
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<ImportJob> lock(UUID id) {
    return jdbc.sql(SELECT + " where j.id = :id for update of j")
        .param("id", id)
        .query(this::job)
        .optional();
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean start(UUID id, UUID source, Mapping mapping, @Nullable UUID location) {
    return jdbc.sql(
                """
                update import_job
                set state = 'RUNNING', source_id = :source, mapping = :mapping::jsonb,
                  location_id = :location, started_at = :at
                where id = :id and state = 'UPLOADED'
                """)
            .param("id", id)
            .param("source", source)
            .param("mapping", json.writeValueAsString(mapping))
            .param("location", location)
            .param("at", now())
            .update()
        == 1;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean move(UUID id, Collection<State> from, State to, @Nullable String failure) {
    return jdbc.sql(
                """
                update import_job
                set state = :to, failure = :failure, ended_at = :endedAt
                where id = :id and state in (:from)
                """)
            .param("id", id)
            .param("from", from.stream().map(Enum::name).toList())
            .param("to", to.name())
            .param("failure", failure)
            .param("endedAt", to.isOver() ? now() : null)
            .update()
        == 1;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void advance(UUID id, long position, Counts counts) {
    jdbc.sql(
            """
            update import_job
            set position = :position, read = :read, stored = :stored, changed = :changed,
              duplicates = :duplicates, errors = :errors
            where id = :id
            """)
        .param("id", id)
        .param("position", position)
        .param("read", counts.read())
        .param("stored", counts.stored())
        .param("changed", counts.changed())
        .param("duplicates", counts.duplicates())
        .param("errors", counts.errors())
        .update();
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void report(UUID id, List<RowProblem> problems) {
    if (problems.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into import_problem
              (organization_id, job_id, row_number, column_name, code, value)
            select current_organization(), :id, p.row_number, p.column_name, p.code, p.value
            from unnest(:rows::bigint[], :columns::text[], :codes::text[], :values::text[])
              as p (row_number, column_name, code, value)
            where (select j.errors from import_job j where j.id = :id) < :most
            on conflict do nothing
            """)
        .param("id", id)
        .param("rows", problems.stream().map(RowProblem::row).toArray(Long[]::new))
        .param("columns", problems.stream().map(RowProblem::column).toArray(String[]::new))
        .param("codes", problems.stream().map(RowProblem::code).toArray(String[]::new))
        .param("values", problems.stream().map(RowProblem::value).toArray(String[]::new))
        .param("most", MOST_PROBLEMS)
        .update();
  }

  @Override
  @Transactional(readOnly = true)
  public List<RowProblem> problems(UUID id, long afterRow, int limit) {
    return jdbc.sql(
            """
            select row_number, column_name, code, value from import_problem
            where job_id = :id and row_number > :after order by row_number limit :limit
            """)
        .param("id", id)
        .param("after", afterRow)
        .param("limit", limit)
        .query(
            (row, i) ->
                new RowProblem(
                    row.getLong("row_number"),
                    row.getString("column_name"),
                    row.getString("code"),
                    row.getString("value")))
        .list();
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Map<String, Long> claim(UUID id, Map<String, Long> contents) {
    String[] ids = contents.keySet().toArray(String[]::new);
    Map<String, Long> earlier = new HashMap<>();
    jdbc.sql(
            """
            select external_id, content from import_claim
            where job_id = :id and external_id = any(:ids::text[])
            """)
        .param("id", id)
        .param("ids", ids)
        .query(
            row -> {
              earlier.put(row.getString("external_id"), row.getLong("content"));
            });
    jdbc.sql(
            """
            insert into import_claim (organization_id, job_id, external_id, content)
            select current_organization(), :id, c.external_id, c.content
            from unnest(:ids::text[], :contents::bigint[]) as c (external_id, content)
            on conflict do nothing
            """)
        .param("id", id)
        .param("ids", ids)
        .param("contents", contents.values().toArray(Long[]::new))
        .update();
    return earlier;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void forgetClaims(UUID id) {
    jdbc.sql("delete from import_claim where job_id = :id").param("id", id).update();
  }

  @Override
  @Transactional(readOnly = true)
  public long pending(UUID source) {
    return jdbc.sql(
            """
            select count(*) from mention m join post p on p.id = m.post_id
            where m.assessment_state in ('PENDING', 'AGAIN') and p.source_id = :source
            """)
        .param("source", source)
        .query((row, i) -> row.getLong(1))
        .single();
  }

  private ImportJob job(ResultSet row, int index) throws SQLException {
    String mapping = row.getString("mapping");
    return new ImportJob(
        row.getObject("id", UUID.class),
        State.valueOf(row.getString("state")),
        row.getString("file_name"),
        json.readValue(row.getString("layout"), Layout.class),
        row.getObject("source_id", UUID.class),
        row.getString("source_name"),
        mapping == null ? null : json.readValue(mapping, Mapping.class),
        ZoneId.of(row.getString("zone")),
        row.getObject("location_id", UUID.class),
        row.getLong("total"),
        row.getLong("position"),
        new Counts(
            row.getLong("read"),
            row.getLong("stored"),
            row.getLong("changed"),
            row.getLong("duplicates"),
            row.getLong("errors")),
        row.getString("failure"),
        instant(row, "created_at"),
        instantOrNull(row, "started_at"),
        instantOrNull(row, "ended_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
