package org.computedivide.monitor.running;

import java.util.function.Predicate;
import org.computedivide.avro.Observation;
import org.computedivide.streams.rules.kind.KindReader;

/** Whether a paper announces a model, as the line itself judges it: the sources know no rules, so it is handed to them. */
public final class ModelPapers implements Predicate<Observation> {

    private final KindReader kinds = new KindReader();

    @Override
    public boolean test(Observation paper) {
        return kinds.read(paper).release().equals("true");
    }
}
