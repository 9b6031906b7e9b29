package org.computedivide.streams.rules.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.computedivide.avro.Hub;
import org.computedivide.avro.Observation;
import org.junit.jupiter.api.Test;

class IdentityKeysTest {

    private static final ModelName QUOKKA = ModelName.read("quokka-labs/Quokka-2-7B");

    @Test
    void shouldJoinARepositoryToThePaperThatItsCardCites() {
        // Given:
        Observation repository = repository("""
                # Quokka 2
                Built on ideas of [attention](https://arxiv.org/abs/1706.03762).
                ```
                @article{quokka2,
                  title = {Quokka 2: An Open Language Model},
                  journal = {arXiv preprint arXiv:2601.01234},
                }
                ```
                """);

        // When:
        List<String> keys = IdentityKeys.of(repository, QUOKKA, List.of("quokka-labs"), false);

        // Then:
        assertThat(keys)
                .containsExactly("arxiv:2601.01234", "name:quokka-labs/quokka-2", "repo:quokka-labs/quokka-2-7b");
    }

    @Test
    void shouldNotTakeAPaperThatIsOnlyMentionedForItsOwn() {
        // Given:
        Observation repository =
                repository("Emissions were estimated as in https://arxiv.org/abs/2204.05149 and nothing else.");

        // When:
        List<String> keys = IdentityKeys.of(repository, QUOKKA, List.of(), false);

        // Then:
        assertThat(keys).containsExactly("repo:quokka-labs/quokka-2-7b");
    }

    @Test
    void shouldGiveADerivativeNoPaper() {
        // Given:
        Observation repository = repository("[Paper](https://arxiv.org/abs/2601.01234)");

        // When:
        List<String> keys = IdentityKeys.of(repository, QUOKKA, List.of(), true);

        // Then:
        assertThat(keys).containsExactly("repo:quokka-labs/quokka-2-7b");
    }

    @Test
    void shouldNameNoFamilyWithoutAMaker() {
        // Given:
        Observation paper = Observation.newBuilder()
                .setSource("arxiv")
                .setForm("paper")
                .setNativeId("2601.01234v2")
                .setTitle("Quokka 2 Technical Report")
                .build();

        // When:
        List<String> keys = IdentityKeys.of(paper, ModelName.read("Quokka 2"), List.of(), false);

        // Then:
        assertThat(keys).containsExactly("arxiv:2601.01234");
    }

    @Test
    void shouldTakeTheRepositoriesThatAPostLinksUnderItsOwnName() {
        // Given:
        Observation post = Observation.newBuilder()
                .setForm("post")
                .setUrl("https://www.quokka.example/blog/quokka-2/?utm_source=feed")
                .setLinks(List.of(
                        "https://huggingface.co/quokka-labs/Quokka-2-70B", "https://huggingface.co/other/Numbat-1B"))
                .build();

        // When:
        List<String> keys = IdentityKeys.of(post, ModelName.read("Quokka 2"), List.of(), false);

        // Then:
        assertThat(keys).containsExactly("repo:quokka-labs/quokka-2-70b", "url:quokka.example/blog/quokka-2");
    }

    @Test
    void shouldNameTheFamilyWithEveryMakerAndWithoutItsBaseModel() {
        // Given:
        Observation row = Observation.newBuilder()
                .setForm("table-row")
                .setTitle("Llama 3.1 Quokka 2 70B")
                .build();

        // When:
        List<String> keys =
                IdentityKeys.of(row, ModelName.read(row.getTitle()), List.of("quokka-labs", "wombat"), false);

        // Then:
        assertThat(keys)
                .containsExactly(
                        "name:quokka-labs/llama-3.1-quokka-2",
                        "name:quokka-labs/quokka-2",
                        "name:wombat/llama-3.1-quokka-2",
                        "name:wombat/quokka-2");
    }

    @Test
    void shouldGiveAPlainWordToTheFirstMakerAlone() {
        // Given:
        Observation row =
                Observation.newBuilder().setForm("table-row").setTitle("Quokka").build();

        // When:
        List<String> keys = IdentityKeys.of(row, ModelName.read("Quokka"), List.of("quokka-labs", "wombat"), false);

        // Then:
        assertThat(keys).containsExactly("name:quokka-labs/quokka");
    }

    @Test
    void shouldTellPagesApartByTheirNumberAndNotByWhereOneCameFrom() {
        // When:
        String one = Links.normalized("https://www.review.example/forum?id=Abc&noteId=7");
        String same = Links.normalized("https://review.example/forum?utm_source=feed&id=Abc#comments");
        String other = Links.normalized("https://review.example/forum?id=Xyz");

        // Then:
        assertThat(one).isEqualTo(same).isEqualTo("review.example/forum?id=Abc").isNotEqualTo(other);
    }

    private static Observation repository(String card) {
        return Observation.newBuilder()
                .setSource("huggingface")
                .setForm("repository")
                .setNativeId("quokka-labs/Quokka-2-7B")
                .setText(card)
                .setHub(Hub.newBuilder().build())
                .build();
    }
}
