package org.computedivide.monitor.output;

import java.io.PrintWriter;
import java.util.List;

/** How rows are written. */
public enum Format {
    /** Columns for people. */
    TABLE,
    /** One JSON array with everything. */
    JSON,
    /** One JSON object a line with everything. */
    JSONL,
    /** The columns of the table, with a header, by RFC 4180. */
    CSV;

    /** Something that writes rows in this form. */
    public RowWriter writer(PrintWriter out, List<Column> columns) {
        return switch (this) {
            case TABLE -> new TableWriter(out, columns);
            case JSON -> new JsonWriter(out);
            case JSONL -> new JsonLinesWriter(out);
            case CSV -> new CsvWriter(out, columns);
        };
    }
}
