package org.computedivide.sinks.web;

import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.computedivide.avro.Digest;
import org.computedivide.avro.json.PlainJson;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Reads the tables as JSON text; PostgreSQL writes the JSON, so a field is named as its column. */
final class Rows {

    private static final int SECONDS = 10;
    private static final int FACTS = 500;
    private static final String BAD_TEXT = "22";

    private final Jdbi jdbi;

    Rows(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private record Placed(String row, String place) {}

    /** One page: {@code {"items": […], "next": where the next page starts, or null}}. */
    String page(Question question) {
        List<Placed> rows = read(question);
        boolean more = rows.size() > question.limit();
        List<Placed> shown = more ? rows.subList(0, question.limit()) : rows;
        String items = shown.stream().map(Placed::row).collect(Collectors.joining(",\n", "[", "]"));
        String next = more ? Json.quoted(shown.get(shown.size() - 1).place()) : "null";
        return "{\"items\": " + items + ", \"next\": " + next + "}";
    }

    /** A release with its variants, facts, alerts and corrections. */
    Optional<String> release(String familyId) {
        return one("""
                select row_to_json(whole)::text from (
                  select r.*,
                    (select coalesce(json_agg(v order by v.ordinal), '[]') from variants v
                      where v.family_id = r.family_id) as variants,
                    (select coalesce(json_agg(f order by f.observation, f.ordinal), '[]') from (
                      select f.* from facts f where f.observation in (
                        select (m ->> 'source') || '/' || (m ->> 'nativeId') from jsonb_array_elements(r.members) m)
                      order by f.observation, f.ordinal limit :facts) f) as facts,
                    (select coalesce(json_agg(j order by j.day, j.variant), '[]') from record_jumps j
                      where j.family_id = r.family_id) as record_jumps,
                    (select coalesce(json_agg(a order by a.observed_at desc, a.id), '[]') from alerts a
                      where a.family_id = r.family_id) as alerts,
                    (select coalesce(json_agg(c order by c.observed_at desc, c.id), '[]') from corrections c
                      where c.family_id = r.family_id) as corrections
                  from releases r where r.family_id = :id) as whole
                """, familyId);
    }

    /** A digest with all that it holds. */
    Optional<String> digest(String week) {
        return one("select row_to_json(d)::text from digests d where week = :id", week);
    }

    /** The digest of a week as the contract that letters are written from. */
    Optional<Digest> letter(String week) {
        return one("""
                        select json_build_object('week', week, 'from', coalesce(from_day::text, ''),
                          'to', coalesce(to_day::text, ''),
                          'madeAt', to_char(made_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'entries', entries,
                          'olderFinds', older_finds, 'derivatives', derivatives, 'tallies', tallies, 'trends', trends,
                          'points', points, 'corrections', corrections, 'observations', observations,
                          'methodsVersion', methods_version)::text
                        from digests where week = :id
                        """, week).map(json -> PlainJson.read(Json.parsed(json), Digest.class));
    }

    /** What the database says of a collection and of the columns that its fields come from. */
    OpenApi.Relation relation(Listing listing) {
        return jdbi.withHandle(handle -> new OpenApi.Relation(
                handle.createQuery("select coalesce(obj_description(cast(:relation as regclass)), '')")
                        .setQueryTimeout(SECONDS)
                        .bind("relation", listing.from())
                        .mapTo(String.class)
                        .one(),
                fields(handle, listing, comments(handle, listing.from()))));
    }

    private static Map<String, String> comments(Handle handle, String relation) {
        return handle
                .createQuery(
                        "select attname, coalesce(col_description(attrelid, attnum), '') as words from pg_attribute"
                                + " where attrelid = cast(:relation as regclass) and attnum > 0")
                .setQueryTimeout(SECONDS)
                .bind("relation", relation)
                .map((row, context) -> Map.entry(row.getString("attname"), row.getString("words")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static List<OpenApi.Field> fields(Handle handle, Listing listing, Map<String, String> comments) {
        return handle.createQuery(listing.shape()).setQueryTimeout(SECONDS).execute((statement, context) -> {
            ResultSetMetaData columns = statement.get().getMetaData();
            var fields = new ArrayList<OpenApi.Field>();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                String name = columns.getColumnName(i);
                fields.add(new OpenApi.Field(name, columns.getColumnTypeName(i), comments.getOrDefault(name, "")));
            }
            return fields;
        });
    }

    /** How much there is, in all. */
    String counts() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select row_to_json(counted)::text from (select
                          (select count(*) from releases) as releases,
                          (select count(*) from variants) as variants,
                          (select count(*) from facts) as facts,
                          (select count(*) from compute_over_time) as with_compute,
                          (select coalesce(sum(derivatives), 0)::bigint from releases) as derivatives,
                          (select count(*) from alerts where state <> 'withdrawn') as alerts,
                          (select count(*) from corrections) as corrections,
                          (select count(*) from rejected) as rejected,
                          (select count(*) from dead_letters) as dead_letters,
                          (select max(day) from tallies) as day) as counted
                        """)
                .setQueryTimeout(SECONDS)
                .mapTo(String.class)
                .one());
    }

    /** Records of each topic that are in the tables: an object of numbers. */
    String positions() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select coalesce(json_object_agg(topic, records order by topic), '{}')::text"
                                + " from (select topic, sum(next_offset) as records from sink_offsets group by topic) as read")
                .setQueryTimeout(SECONDS)
                .mapTo(String.class)
                .one());
    }

    private Optional<String> one(String sql, String id) {
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .setQueryTimeout(SECONDS)
                .bind("id", id)
                .bind("facts", FACTS)
                .configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true))
                .mapTo(String.class)
                .findOne());
    }

    private List<Placed> read(Question question) {
        try {
            return jdbi.withHandle(handle -> bound(
                            handle.createQuery(question.listing()
                                    .sql(
                                            List.copyOf(question.filters().keySet()),
                                            !question.after().isEmpty())),
                            question)
                    .map((row, context) -> new Placed(row.getString("row"), row.getString("place")))
                    .list());
        } catch (UnableToExecuteStatementException e) {
            throw isBadPlace(e, question)
                    ? new WrongParameter("after must be the value of next in an earlier answer")
                    : e;
        }
    }

    private static Query bound(Query query, Question question) {
        query.setQueryTimeout(SECONDS).bind("limit", question.limit() + 1);
        question.filters().forEach(query::bind);
        for (int i = 0; i < question.after().size(); i++) {
            query.bind("after" + i, question.after().get(i));
        }
        return query;
    }

    private static boolean isBadPlace(UnableToExecuteStatementException e, Question question) {
        return !question.after().isEmpty()
                && e.getCause() instanceof SQLException sql
                && String.valueOf(sql.getSQLState()).startsWith(BAD_TEXT);
    }
}
