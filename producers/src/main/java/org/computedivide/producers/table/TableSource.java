package org.computedivide.producers.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.computedivide.avro.Rejected;
import org.computedivide.producers.fetch.Media;
import org.computedivide.producers.fetch.Page;
import org.computedivide.producers.fetch.Reading;
import org.computedivide.producers.fetch.Request;
import org.computedivide.producers.source.Batch;
import org.computedivide.producers.source.Draft;
import org.computedivide.producers.source.Look;
import org.computedivide.producers.source.Positions;
import org.computedivide.producers.source.Rejects;
import org.computedivide.producers.source.Source;
import org.computedivide.producers.source.SourceInfo;
import org.computedivide.producers.table.TableRow.WrongCell;

/**
 * A curated table: every answer is the whole of it. A row that a complete answer no longer has is withdrawn; an answer
 * that lost more than a twentieth of the rows is taken for damaged, and nothing of it is used.
 */
public final class TableSource implements Source {

    private static final double MOST_LOST = 0.05;
    private static final CsvMapper CSV =
            CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();

    private final TableDefinition definition;
    private final SourceInfo info;

    private TableSource(TableDefinition definition, Duration interval) {
        this.definition = definition;
        this.info = new SourceInfo(definition.id(), definition.name(), URI.create(definition.url()), interval);
    }

    /** Epoch AI's table, asked for once a day of the monitor's clock. */
    public static TableSource epoch(Duration interval) {
        return new TableSource(TableDefinition.bundled("epoch.yaml"), interval);
    }

    /** The table that we bring along. */
    public static TableSource landmarks() {
        return new TableSource(TableDefinition.bundled("landmarks.yaml"), Duration.ofDays(1));
    }

    /**
     * Where a table stands.
     *
     * @param loaded whether it was read once
     * @param day day of the monitor's clock on which it was last asked for
     */
    record TablePosition(boolean loaded, String day) {}

    @Override
    public SourceInfo info() {
        return info;
    }

    @Override
    public Optional<Request> next(Look look) {
        return position(look).day().equals(today(look))
                ? Optional.empty()
                : Optional.of(Request.page(info.url(), Media.CSV));
    }

    @Override
    public String unchanged(Look look, Request request) {
        return Positions.write(new TablePosition(position(look).loaded(), today(look)));
    }

    @Override
    public Reading<Batch> parse(Look look, Request request, Page page) {
        try {
            return read(look, rows(page.text()));
        } catch (IOException e) {
            String problem = e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.toString();
            return Reading.refused("truncated", "the table cannot be read to its end: " + problem);
        }
    }

    private static TablePosition position(Look look) {
        return Positions.read(look.position(), TablePosition.class, () -> new TablePosition(false, ""));
    }

    private static String today(Look look) {
        return LocalDate.ofInstant(look.now(), ZoneOffset.UTC).toString();
    }

    private static List<String[]> rows(String text) throws IOException {
        try (MappingIterator<String[]> rows = CSV.readerFor(String[].class).readValues(withoutHead(text))) {
            return rows.readAll();
        }
    }

    /** Our own table begins with lines that say where it comes from. */
    private static String withoutHead(String text) {
        int start = 0;
        while (text.startsWith("#", start)) {
            start = text.indexOf('\n', start) + 1;
            if (start == 0) {
                return "";
            }
        }
        return text.substring(start);
    }

    private Reading<Batch> read(Look look, List<String[]> rows) {
        if (rows.isEmpty()) {
            return Reading.refused("truncated", "the table is empty");
        }
        Map<String, Integer> places = places(rows.get(0));
        Optional<String> lost = definition.columns().entrySet().stream()
                .filter(column -> !places.containsKey(column.getKey()))
                .map(Map.Entry::getValue)
                .sorted()
                .findFirst();
        if (lost.isPresent()) {
            return new Reading.PageChanged<>("column " + lost.get());
        }
        if (rows.get(rows.size() - 1).length < rows.get(0).length) {
            return Reading.refused("truncated", "the last row of the table is cut");
        }
        return compared(look, items(look, places, rows.subList(1, rows.size())));
    }

    private Map<String, Integer> places(String[] header) {
        List<String> names = Arrays.stream(header).map(String::strip).toList();
        var places = new HashMap<String, Integer>();
        definition.columns().forEach((field, column) -> {
            if (names.contains(column)) {
                places.put(field, names.indexOf(column));
            }
        });
        return places;
    }

    /** What the rows gave; ids hold every row, also the refused ones, which are not missing. */
    private record Items(List<Draft> drafts, List<Rejected> rejected, Set<String> ids) {}

    private Items items(Look look, Map<String, Integer> places, List<String[]> rows) {
        var items = new Items(new ArrayList<>(), new ArrayList<>(), new LinkedHashSet<>());
        String intake = position(look).loaded() ? "live" : "first-load";
        identified(places, rows).forEach((id, row) -> {
            items.ids().add(id);
            try {
                items.drafts().add(Draft.of(RowReader.read(definition, row, id, intake)));
            } catch (WrongCell e) {
                items.rejected()
                        .add(Rejects.of(
                                definition.id(),
                                id,
                                definition.url(),
                                e.reason(),
                                String.valueOf(e.getMessage()),
                                id,
                                look.now()));
            }
        });
        return items;
    }

    /**
     * Rows by an id that stays: the name; where a name stands twice, with organisation; then with date; then with link;
     * then with a count.
     */
    private Map<String, TableRow> identified(Map<String, Integer> places, List<String[]> cells) {
        List<TableRow> open = cells.stream()
                .map(row -> new TableRow(definition, places, row))
                .filter(row -> !row.text("name").isEmpty())
                .toList();
        var identified = new LinkedHashMap<String, TableRow>();
        List<String> fields = List.of("name", "organizations", "publishedAt", "url");
        for (int depth = 1; depth <= fields.size(); depth++) {
            var byId = new LinkedHashMap<String, List<TableRow>>();
            for (TableRow row : open) {
                byId.computeIfAbsent(id(row, fields.subList(0, depth)), id -> new ArrayList<>())
                        .add(row);
            }
            boolean last = depth == fields.size();
            open = byId.values().stream()
                    .filter(rows -> rows.size() > 1)
                    .flatMap(List::stream)
                    .toList();
            byId.forEach((id, rows) -> {
                if (rows.size() == 1 || last) {
                    for (int i = 0; i < rows.size(); i++) {
                        identified.put(i == 0 ? id : id + "|" + (i + 1), rows.get(i));
                    }
                }
            });
        }
        return identified;
    }

    private static String id(TableRow row, List<String> fields) {
        return String.join("|", fields.stream().map(row::text).toList());
    }

    private Reading<Batch> compared(Look look, Items items) {
        Set<String> known = look.seen().present();
        if (items.ids().size() < known.size() * (1 - MOST_LOST)) {
            return Reading.refused(
                    "truncated",
                    "the table has " + items.ids().size() + " rows, but had " + known.size()
                            + "; nothing of it is taken until it is whole again");
        }
        known.stream()
                .filter(id -> !items.ids().contains(id))
                .sorted()
                .forEach(id -> items.drafts().add(Draft.of(RowReader.withdrawn(definition, id))));
        String position = Positions.write(new TablePosition(true, today(look)));
        return Reading.read(new Batch(items.drafts(), items.rejected(), position));
    }
}
