package org.computedivide.streams.topologies;

import java.time.LocalDate;
import java.util.List;
import org.computedivide.avro.Compute;
import org.computedivide.avro.Day;
import org.computedivide.avro.Release;
import org.computedivide.avro.Variant;

/** Releases and days as they stand on the topics. */
final class DatedReleases {

    private DatedReleases() {}

    static Release release(String familyId, String day, String affiliation, double flop) {
        Compute compute = Compute.newBuilder()
                .setValue(flop)
                .setLow(flop / 2)
                .setHigh(flop * 2)
                .setAdded(flop)
                .setMethod("operation-counting")
                .setSigma(0.18)
                .build();
        return Release.newBuilder()
                .setFamilyId(familyId)
                .setName(familyId)
                .setPublishedDay(day)
                .setAffiliation(affiliation)
                .setCompute(compute)
                .setVariants(List.of(Variant.newBuilder()
                        .setPublishedAt(day)
                        .setCompute(compute)
                        .setHeadline(true)
                        .build()))
                .build();
    }

    static Day day(LocalDate date) {
        return Day.newBuilder().setDate(date.toString()).build();
    }
}
