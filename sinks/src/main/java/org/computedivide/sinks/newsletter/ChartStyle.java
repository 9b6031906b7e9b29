package org.computedivide.sinks.newsletter;

/** Colours of the chart: told apart by the colour-blind, with contrast on light and on dark. */
final class ChartStyle {

    static final String CSS = """
            .compute{font:12px system-ui,sans-serif;max-width:100%;height:auto}
            .compute text{fill:#57534e}.compute .name{fill:#1c1917;font-weight:600}
            .compute .grid{stroke:#e7e5e4;stroke-width:1}
            .compute .trend{stroke:#57534e;stroke-width:1.5;stroke-dasharray:5 4;fill:none}
            .compute .dot{stroke-width:5;stroke-linecap:round;stroke-opacity:.75;fill:none}
            .compute .ring{fill:none;stroke-width:2.5}
            .compute .industry{stroke:#c2410c}.compute .academia{stroke:#0369a1}.compute .collaboration{stroke:#7e22ce}
            .compute .nonprofit{stroke:#0f766e}.compute .government{stroke:#a16207}.compute .mixed{stroke:#be185d}
            .compute .unknown{stroke:#78716c}
            @media(prefers-color-scheme:dark){.compute text{fill:#a8a29e}.compute .name{fill:#fafaf9}
            .compute .grid{stroke:#33302e}.compute .trend{stroke:#a8a29e}
            .compute .industry{stroke:#fb923c}.compute .academia{stroke:#38bdf8}.compute .collaboration{stroke:#c084fc}
            .compute .nonprofit{stroke:#2dd4bf}.compute .government{stroke:#facc15}.compute .mixed{stroke:#f472b6}
            .compute .unknown{stroke:#a8a29e}}
            """.strip();

    private ChartStyle() {}
}
