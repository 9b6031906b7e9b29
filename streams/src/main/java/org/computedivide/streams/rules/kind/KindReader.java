package org.computedivide.streams.rules.kind;

import java.util.List;
import org.computedivide.avro.BaseModel;
import org.computedivide.avro.Observation;
import org.computedivide.streams.rules.Form;

/** Judges what an observation announces. */
public final class KindReader {

    public Kind read(Observation observation) {
        return switch (Form.of(observation)) {
            case REPOSITORY -> HubKind.of(observation);
            case PAPER -> PaperKind.of(observation);
            case POST, PRODUCT -> PostKind.of(observation);
            case TABLE_ROW -> row(observation, "true");
            case OPERATOR -> Kind.notARelease("operator", "");
            case OTHER -> observation.getText().isEmpty() ? row(observation, "true") : PaperKind.of(observation);
        };
    }

    /** A curated table lists models only. */
    private static Kind row(Observation observation, String release) {
        List<BaseModel> bases = BaseModels.of(observation);
        String kind = bases.isEmpty() ? Kind.BASE : Kind.FINETUNE;
        return new Kind(kind, release, "curated-row", "", bases, List.of());
    }
}
