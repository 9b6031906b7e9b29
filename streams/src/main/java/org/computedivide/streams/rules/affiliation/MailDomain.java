package org.computedivide.streams.rules.affiliation;

import java.util.Optional;
import java.util.regex.Pattern;
import org.computedivide.avro.Organization;
import org.computedivide.streams.rules.names.Folded;

/** Judges an organisation by the domain of its mail. */
final class MailDomain {

    private static final Pattern ACADEMIC = Pattern.compile(
            ".{0,120}(?:\\.edu(?:\\.[a-z]{2})?|\\.ac\\.[a-z]{2}|\\b(?:uni|tu|th|fh|hs|hochschule)-[a-z-]{2,40}\\.(?:de|at)|\\buni[a-z]{2,14}\\.(?:it|ch)|\\b(?:univ|u)-[a-z-]{2,30}\\.fr|\\b(?:ens|insa)(?:-[a-z]{2,20})?\\.fr|\\buniv\\.[a-z]{2,20}\\.pl|\\.edu\\.[a-z]{2}|\\.uni-[a-z]{2,20}\\.hu)");
    private static final Pattern STATE = Pattern.compile(".{0,120}\\.(?:gov|mil|gob|gouv|govt|go)(?:\\.[a-z]{2})?");

    private MailDomain() {}

    static Optional<Organization> organization(String domain, Register register) {
        String host = Folded.lower(domain.strip());
        return register.byDomain(host)
                .map(known -> Organizations.organization(known, "domain", ""))
                .or(() -> type(host)
                        .map(type -> Organization.newBuilder()
                                .setName(host)
                                .setType(type)
                                .setCountry(Countries.ofDomain(host))
                                .setRule("domain")
                                .build()));
    }

    private static Optional<String> type(String host) {
        if (ACADEMIC.matcher(host).matches()) {
            return Optional.of("academia");
        }
        return STATE.matcher(host).matches() ? Optional.of("government") : Optional.empty();
    }
}
