package org.computedivide.streams.rules.identity;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.computedivide.avro.BaseModel;
import org.computedivide.avro.Evidence;
import org.computedivide.avro.Fact;
import org.computedivide.avro.Organization;

/** Evidence made by hand, small enough to read in a test. */
public final class Samples {

    public static final Instant MARCH = Instant.parse("2026-03-02T08:00:00Z");

    private Samples() {}

    /** A paper that announces a release; arXiv names no maker. */
    public static Evidence.Builder paper(String id, String family, String published) {
        return evidence("arxiv", id, "paper", published)
                .setRelease("true")
                .setKind("base")
                .setFamily(family)
                .setModelName(family)
                .setUrl("https://arxiv.org/abs/" + id)
                .setKeys(List.of("arxiv:" + id));
    }

    /** A paper that announces none. */
    public static Evidence.Builder otherPaper(String id) {
        return evidence("arxiv", id, "paper", "2026-03-01").setKeys(List.of("arxiv:" + id));
    }

    /** A post that announces a release and says nothing of its maker. */
    public static Evidence.Builder post(String site, String id, String address, String family, String published) {
        return evidence(site, id, "post", published)
                .setRelease("true")
                .setKind("base")
                .setFamily(family)
                .setModelName(family)
                .setUrl("https://" + address)
                .setKeys(List.of("url:" + address));
    }

    /** A repository of a base model. */
    public static Evidence.Builder repository(String owner, String name, String family, String published) {
        return evidence("huggingface", owner + "/" + name, "repository", published)
                .setRelease("true")
                .setKind("base")
                .setFamily(family)
                .setVariant(name.substring(name.lastIndexOf('-') + 1).toLowerCase(Locale.ROOT))
                .setModelName(name)
                .setUrl("https://huggingface.co/" + owner + "/" + name)
                .setOrganizations(List.of(organization(owner, "industry")))
                .setKeys(List.of("name:" + owner + "/" + family, "repo:" + owner + "/" + name));
    }

    /** A repository made from another one. */
    public static Evidence.Builder derivative(String owner, String name, String base) {
        return evidence("huggingface", owner + "/" + name, "repository", "2026-03-01")
                .setKind("finetune")
                .setOrganizations(List.of(organization(owner, "unknown")))
                .setBaseModels(List.of(new BaseModel("finetune", base)))
                .setKeys(List.of("repo:" + owner + "/" + name));
    }

    /** A row of a curated table. */
    public static Evidence.Builder row(String id, String family, String organization, String published) {
        return evidence("landmarks", id, "table-row", published)
                .setTier("curated")
                .setIntake("first-load")
                .setRelease("true")
                .setKind("base")
                .setFamily(family)
                .setModelName(family)
                .setOrganizations(List.of(organization(organization, "industry")))
                .setKeys(List.of("name:" + organization + "/" + family));
    }

    /** The operator says that two observations belong together ({@code join}) or not ({@code part}). */
    public static Evidence.Builder override(String action, String subject, String other) {
        return evidence("operator", action + ":" + subject + other, "operator", "2026-03-01")
                .setTier("operator")
                .setIntake("operator")
                .setPublishedAt(null)
                .setKind("not-a-release")
                .setKeys(List.of("observation:" + subject))
                .setFacts(List.of(Fact.newBuilder()
                        .setField(action)
                        .setText(other)
                        .setQuote("the maker says so")
                        .setRule("statement")
                        .build()));
    }

    public static Organization organization(String name, String type) {
        return Organization.newBuilder().setName(name).setType(type).build();
    }

    private static Evidence.Builder evidence(String source, String id, String form, String published) {
        return Evidence.newBuilder()
                .setSource(source)
                .setNativeId(id)
                .setForm(form)
                .setTier("maker")
                .setIntake("live")
                .setTitle(id)
                .setPublishedAt(published)
                .setObservedAt(MARCH)
                .setContentHash("1");
    }
}
