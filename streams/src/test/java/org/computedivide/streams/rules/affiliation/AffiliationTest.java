package org.computedivide.streams.rules.affiliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.computedivide.avro.Author;
import org.computedivide.avro.Observation;
import org.computedivide.avro.Organization;
import org.computedivide.avro.Statement;
import org.computedivide.streams.rules.DataFile;
import org.computedivide.streams.rules.names.Folded;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AffiliationTest {

    private static final String HEAD =
            "name,aliases,domains,namespaces,type,country,parent,parentSince,stateInstitute,source";

    private final Organizations organizations = new Organizations(Register.standard());
    private final AffiliationReader reader = new AffiliationReader();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "清华大学 | academia | CN",
                "Mila - Quebec AI Institute | academia | CA",
                "FAIR at Meta | industry | US",
                "Univ. of Wombatville | academia | ''",
                "Universität Bamberg | academia | ''",
                "Université de Wombat | academia | ''",
                "Universidad de los Canguros | academia | ''",
                "Московский государственный университет | academia | ''",
                "東京ウォンバット大学 | academia | ''",
                "서울웜뱃대학교 | academia | ''",
                "Wombat Technologies GmbH | industry | ''",
                "Wombat Pty Ltd | industry | ''",
                "深圳袋熊有限公司 | industry | ''",
                "Ministry of Wombats of Australia | government | AU",
                "Ministerio de Ciencia de Chile | government | CL",
                "Wombat Foundation | nonprofit | ''",
                "someone@cs.wombat.edu | academia | ''",
                "someone@wombat.ac.uk | academia | GB",
            })
    void shouldJudgeOrganisationsInManyLanguages(String written, String type, String country) {
        // When:
        Organization organization = organizations.named(written);

        // Then:
        assertThat(organization.getType()).isEqualTo(type);
        assertThat(organization.getCountry()).isEqualTo(country);
    }

    @Test
    void shouldKeepTheParentOfASubsidiary() {
        // When:
        Organization organization = organizations.named("Google DeepMind");

        // Then:
        assertThat(organization.getParent()).isEqualTo("Alphabet");
        assertThat(organizations.head(organization)).isEqualTo("Alphabet");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2023-07-01 | ''",
                "2023-08-01 | Databricks",
                "'' | Databricks",
            })
    void shouldKnowFromWhenAParentIsTheParent(String date, String parent) {
        // Given:
        Observation post = Observation.newBuilder()
                .setSource("blog")
                .setForm("post")
                .setPublishedAt(date)
                .setOrganizations(List.of("MosaicML"))
                .build();

        // When:
        Affiliation affiliation = reader.read(post);

        // Then:
        assertThat(affiliation.organizations().get(0).getParent()).isEqualTo(parent);
    }

    @ParameterizedTest
    @CsvSource({
        "wombatlab/gpt-w, wombatlab, unknown",
        "wombatlab/gpt-w, Wombat University, academia",
        "google/gpt-w, google, industry"
    })
    void shouldReadTheAccountOfARepositoryOrTheNameThatIsWrittenOut(String repository, String listed, String type) {
        // Given:
        Observation record = Observation.newBuilder()
                .setSource("huggingface")
                .setNativeId(repository)
                .setForm("repository")
                .setOrganizations(List.of(listed))
                .build();

        // When:
        Affiliation affiliation = reader.read(record);

        // Then:
        assertThat(affiliation.organizations()).singleElement().returns(type, Organization::getType);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Key Laboratory of Burrows, Ministry of Education, Wombat University, Wombatville | academia",
                "Department of Computer Science | academia",
                "Department of Agriculture of Wombatia | government",
                "Huawei Translation Services Center, Dublin, Ireland | industry",
                "A*STAR Centre for Frontier Wombats | academia",
                "KTH, School of Burrows | academia",
                "Wombat Krebsgesellschaft | nonprofit",
                "Yayasan Wombat Nusantara | nonprofit",
                "Urząd Miasta Wombatowa | government",
                "Independent Researcher | unknown",
            })
    void shouldJudgeTheWholeNameByItsParts(String written, String type) {
        // When:
        Organization organization = organizations.named(written);

        // Then:
        assertThat(organization.getType()).isEqualTo(type);
    }

    @Test
    void shouldTakeTheLargerSideWhereAcademiaAndIndustryDoNotMeet() {
        // Given:
        List<List<String>> authors = List.of(List.of("government"), List.of("government"), List.of("academia"));

        // When:
        String type = AffiliationRule.byShare(authors);

        // Then:
        assertThat(type).isEqualTo("government");
    }

    @Test
    void shouldMarkPublicInstitutesAmongAcademia() {
        // When:
        Organization organization = organizations.named("Chinese Academy of Sciences");

        // Then:
        assertThat(organization.getType()).isEqualTo("academia");
        assertThat(organization.getStateInstitute()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Uniwersytet Wombatowy | academia",
                "Universidade do Vombate | academia",
                "Università degli Studi di Vombato | academia",
                "Wombat Üniversitesi | academia",
                "Universiteit van Wombatdam | academia",
                "جامعة الومبت | academia",
                "אוניברסיטת וומבט | academia",
                "Πανεπιστήμιο Γουόμπατ | academia",
                "วอมแบตมหาวิทยาลัย | academia",
                "Đại học Gấu Túi | academia",
                "वोम्बैट विश्वविद्यालय | academia",
                "Vombatin yliopisto | academia",
                "株式会社ウォンバット | industry",
                "주식회사 웜뱃 | industry",
                "ООО Вомбат | industry",
                "Wombat S.p.A. | industry",
                "Министерство вомбатов | government",
                "袋熊省教育厅 | government",
                "Fundación Vombato | nonprofit",
            })
    void shouldJudgeStrangersByTheWordsOfTheirLanguages(String written, String type) {
        // When:
        Organization organization = organizations.named(written);

        // Then:
        assertThat(organization.getType()).isEqualTo(type);
    }

    @Test
    void shouldKnowAnOrganisationByEveryCellOfItsOneLine() {
        // Given:
        List<Known> rows = List.of(
                row("Numbat Labs,Numbat|袋食蚁兽实验室,numbat.example,numbat-hub,industry,AU,Wombat Holding,2025-01-01,,made"),
                row("Wombat Holding,,,,nonprofit,NZ,,,,made"),
                row("Institute of Numbats,,,,academia,AU,,,true,made"));

        // When:
        var register = new Register(rows);

        // Then:
        var names = new Organizations(register);
        assertThat(List.of(
                        names.named("Numbat"),
                        names.named("袋食蚁兽实验室"),
                        names.named("someone@mail.numbat.example"),
                        names.named("Numbat Labs Research Center"),
                        names.account("numbat-hub"),
                        names.site("blog.numbat.example", "").orElseThrow()))
                .allSatisfy(found -> assertThat(found)
                        .extracting(Organization::getName, Organization::getType, Organization::getCountry)
                        .containsExactly("Numbat Labs", "industry", "AU"));
        assertThat(names.named("Numbat", "2026-01-01").getParent()).isEqualTo("Wombat Holding");
        assertThat(names.named("Numbat", "2024-01-01").getParent()).isEmpty();
        assertThat(names.head(names.named("Numbat"))).isEqualTo("Wombat Holding");
        assertThat(names.named("Institute of Numbats").getStateInstitute()).isTrue();
    }

    @Test
    void shouldKnowAnAccountThatIsCalledAsItsOwner() {
        // Given:
        var register = new Register(List.of(known("Wombat Systems", ""), known("Quokka", "quokka-labs")));

        // When:
        Optional<Known> called = register.byNamespace("wombat-systems-ai");
        Optional<Known> noted = register.byNamespace("quokka-research");

        // Then:
        assertThat(called.map(Known::name)).contains("Wombat Systems");
        assertThat(noted).as("an organisation whose account is another one").isEmpty();
    }

    @Test
    void shouldTakeTheMakerOfAPaperFromTheAccountThatItLinks() {
        // Given:
        Observation paper = Observation.newBuilder()
                .setSource("arxiv")
                .setForm("paper")
                .setTitle("GLM-5: a model")
                .setAuthors(List.of(Author.newBuilder().setName(":").build()))
                .setLinks(List.of("https://github.com/zai-org/GLM-5", "https://stranger4711.github.io/page"))
                .build();

        // When:
        Affiliation affiliation = reader.read(paper);

        // Then:
        assertThat(affiliation.organizations())
                .extracting(Organization::getName, Organization::getRule)
                .containsExactly(tuple("Zhipu AI", "link"));
    }

    @Test
    void shouldNotTakeAShopForTheMakerOfWhatItShows() {
        // Given:
        Observation product = Observation.newBuilder()
                .setSource("ollama")
                .setForm("product")
                .setTier("aggregator")
                .setUrl("https://ollama.com/library/wombat")
                .build();

        // When:
        Affiliation affiliation = reader.read(product);

        // Then:
        assertThat(affiliation.organizations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "post | OpenAI today announces Quokka 2 | | OpenAI",
                "post | Quokka 2 is here | Mistral AI has released Quokka 2, a model. | Mistral AI",
                "post | A new model | We at Hugging Face have trained Quokka. | Hugging Face",
                "post | Acme Unheard releases Quokka | | ",
                "post | How OpenAI releases models | | ",
                "paper | Quokka | {a.wombat, b.numbat}@ox.ac.uk, c@nvidia.com We present Quokka. | University of Oxford;NVIDIA",
                "paper | Quokka | someone@gmail.com reports mAP@0.5 of 0.7. | ",
                "paper | Quokka | Quokka was trained by us at night and beats models of OpenAI. | ",
            })
    void shouldHearWhoSpeaksOrAnnouncesWhereNobodyElseIsNamed(
            String form, String title, @Nullable String text, @Nullable String makers) {
        // Given:
        Observation observation = Observation.newBuilder()
                .setForm(form)
                .setTier("aggregator")
                .setTitle(title)
                .setText(text == null ? "" : text)
                .build();

        // When:
        Affiliation affiliation = reader.read(observation);

        // Then:
        List<String> expected = makers == null ? List.of() : List.of(makers.split(";", -1));
        assertThat(affiliation.organizations())
                .extracting(Organization::getName)
                .containsExactlyElementsOf(expected);
    }

    @Test
    void shouldLeaveAStrangersAccountUnknown() {
        // When:
        Organization organization = organizations.account("wombat4711");

        // Then:
        assertThat(organization.getType()).isEqualTo("unknown");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "academia | academia",
                "academia,unknown | academia",
                "academia,industry | collaboration",
                "academia,industry,government | collaboration",
                "academia,nonprofit | mixed",
                "industry,government | mixed",
                "unknown | unknown",
            })
    void shouldJudgeBySet(String types, String expected) {
        // When:
        String type = AffiliationRule.bySet(List.of(types.split(",", -1)));

        // Then:
        assertThat(type).isEqualTo(expected);
    }

    @Test
    void shouldCallACollaborationOnlyFromThirtyPercentOnEachSide() {
        // Given:
        List<List<String>> oneOfFour =
                List.of(List.of("academia"), List.of("academia"), List.of("academia"), List.of("industry"));
        List<List<String>> oneOfThree = List.of(List.of("academia"), List.of("academia"), List.of("industry"));

        // When:
        List<String> judged = List.of(AffiliationRule.byShare(oneOfFour), AffiliationRule.byShare(oneOfThree));

        // Then:
        assertThat(judged).containsExactly("academia", "collaboration");
    }

    @Test
    void shouldLetACuratedTableOverrideItsOwnOrganisations() {
        // Given:
        Observation row = Observation.newBuilder()
                .setForm("table-row")
                .setOrganizations(List.of("Wombat Works", "Numbat"))
                .setStatements(List.of(
                        Statement.newBuilder()
                                .setField("organizationType")
                                .setText("Academia,Industry")
                                .build(),
                        Statement.newBuilder()
                                .setField("country")
                                .setText("Australia,France")
                                .build()))
                .build();

        // When:
        Affiliation affiliation = reader.read(row);

        // Then:
        assertThat(affiliation.organizations())
                .extracting(Organization::getType, Organization::getCountry)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("academia", "AU"),
                        org.assertj.core.groups.Tuple.tuple("industry", "FR"));
        assertThat(affiliation.bySet()).isEqualTo("collaboration");
    }

    @Test
    void shouldReadAGroupAmongTheAuthors() {
        // Given:
        Observation paper = Observation.newBuilder()
                .setForm("paper")
                .setAuthors(List.of(
                        Author.newBuilder().setName("Kimi Team").build(),
                        Author.newBuilder().setName("A. Wombat").build()))
                .build();

        // When:
        Affiliation affiliation = reader.read(paper);

        // Then:
        assertThat(affiliation.organizations())
                .extracting(Organization::getName)
                .containsExactly("Moonshot");
    }

    @Test
    void shouldNameNoOrganisationTwice() {
        // Given:
        Map<String, String> owners = new HashMap<>();

        // When:
        List<Known> register = Register.read();

        // Then:
        for (Known known : register) {
            assertThat(known.source()).as(known.name()).isNotBlank();
            assertThat(known.type())
                    .as(known.name())
                    .isIn("academia", "industry", "government", "nonprofit", "unknown");
            owns(owners, "name:" + Folded.of(known.name()), known);
            known.aliases().forEach(alias -> owns(owners, "name:" + Folded.of(alias), known));
            known.domains().forEach(domain -> owns(owners, "domain:" + domain, known));
            known.namespaces().forEach(name -> owns(owners, "account:" + Folded.lower(name), known));
        }
    }

    @Test
    void shouldKnowEveryParent() {
        // When:
        List<Known> register = Register.read();

        // Then:
        assertThat(register)
                .filteredOn(known -> !known.parent().isEmpty())
                .allSatisfy(known ->
                        assertThat(Register.standard().byName(known.parent())).isPresent());
    }

    @ParameterizedTest
    @CsvSource({
        "organization-words.csv",
        "countries.csv",
        "name-words.csv",
        "name-brands.csv",
        "paper-heads.csv",
        "paper-model.csv",
        "paper-words.csv"
    })
    void shouldGiveEveryRowOfDataASource(String file) {
        // When:
        List<Map<String, String>> rows = DataFile.rows(file);

        // Then:
        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.get("source")).isNotBlank());
    }

    private static Known row(String line) {
        String[] columns = HEAD.split(",", -1);
        String[] cells = line.split(",", -1);
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < columns.length; i++) {
            row.put(columns[i], cells[i]);
        }
        return Register.known(row);
    }

    private static void owns(Map<String, String> owners, String key, Known known) {
        assertThat(owners.put(key, known.name()))
                .as(key + " of " + known.name())
                .isNull();
    }

    private static Known known(String name, String account) {
        List<String> accounts = account.isEmpty() ? List.of() : List.of(account);
        return new Known(name, List.of(), List.of(), accounts, "industry", "", "", "", false, "made");
    }
}
